import { FilePreview, UploadActs, UploadBar, UploadStatus } from '@/features/uploads/status';
import type { Upload } from '@/features/uploads';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Pill } from '@/ui';

interface PendingLookProps {
  name: string;
  /** Left out of what an earlier page sent. */
  upload: Upload | undefined;
  /** Something harmful was found in it. */
  isRefused: boolean;
}

/** A picture or film of this device that is on its way; what an earlier page sent is only named. */
export function PendingLook({ name, upload, isRefused }: PendingLookProps) {
  const { t } = useTranslation();
  if (!upload) {
    return (
      <span className="grid size-full place-items-center bg-active p-2 text-ui">
        <RefusableName {...{ name, isRefused }} />
      </span>
    );
  }
  return (
    <div role="group" aria-label={name} className="relative grid size-full place-items-center overflow-hidden bg-active">
      <FilePreview upload={upload} />
      {upload.spoiler && (
        <span className="absolute inset-0 grid place-items-center">
          <Pill>{t('uploads.spoiler')}</Pill>
        </span>
      )}
      <div className="absolute inset-x-1 bottom-2 flex items-center justify-between gap-1">
        <span className="min-w-0 rounded-chip bg-popover px-1.5 py-0.5">
          <UploadStatus upload={upload} isShort />
        </span>
        <span className="flex shrink-0 rounded-chip bg-popover">
          <UploadActs upload={upload} />
        </span>
      </div>
      <UploadBar upload={upload} className="inset-x-0 bottom-0" />
    </div>
  );
}

/** What a file is called of which there is nothing else here. */
export const RefusableName = ({ name, isRefused }: Pick<PendingLookProps, 'name' | 'isRefused'>) => (
  <span dir="auto" className={cn('wrap-anywhere', isRefused ? 'text-danger-text line-through' : 'text-fg-muted')}>
    {name}
  </span>
);
