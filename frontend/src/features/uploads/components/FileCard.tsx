import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { Pill } from '@/ui';
import type { Upload } from '../upload';
import { FilePreview } from './FilePreview';
import { UploadBar } from './UploadBar';
import UploadStatus from './UploadStatus';

/** One file on its way: what it looks like, what it is called, and how far it is. */
export function FileCard({ upload, acts, children }: { upload: Upload; acts: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation();
  const { name, spoiler } = upload;
  return (
    <div className="flex w-44 flex-col overflow-hidden rounded-card border border-line bg-raised">
      <div className="relative grid h-28 place-items-center overflow-hidden bg-canvas">
        <FilePreview upload={upload} />
        {spoiler && (
          <span className="absolute inset-0 grid place-items-center">
            <Pill>{t('uploads.spoiler')}</Pill>
          </span>
        )}
        <div className="absolute end-1 top-1 flex rounded-card border border-line bg-popover shadow-popover">{acts}</div>
        <UploadBar upload={upload} className="inset-x-0 bottom-0" />
      </div>
      <div className="flex flex-col gap-0.5 px-2 py-1.5">
        <span dir="auto" title={name} className="truncate text-meta font-medium">
          {name}
        </span>
        <UploadStatus upload={upload} />
        {children}
      </div>
    </div>
  );
}
