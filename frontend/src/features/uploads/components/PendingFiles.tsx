import { Pause, Play } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton } from '@/ui';
import { heldQueue } from '../client';
import type { Upload } from '../upload';
import { useUploadsOf } from '../upload-store';
import { FileCard } from './FileCard';

export interface PendingFilesProps {
  nonce: string;
  files: readonly { key: string; name: string }[];
}

/** The files of a message that is on its way, as they look on this device. */
export default function PendingFiles({ nonce, files }: PendingFilesProps) {
  const { t } = useTranslation();
  const uploads = new Map(useUploadsOf(nonce).map((upload) => [upload.key, upload]));
  return (
    <ul aria-label={t('uploads.tray')} className="mt-1 flex flex-wrap gap-2">
      {files.map(({ key, name }) => (
        <li key={key}>
          <PendingFile upload={uploads.get(key)} name={name} />
        </li>
      ))}
    </ul>
  );
}

/** What an earlier page sent has no picture here. */
function PendingFile({ upload, name }: { upload: Upload | undefined; name: string }) {
  if (upload) return <FileCard upload={upload} acts={<Acts upload={upload} />} />;
  return (
    <span dir="auto" className="text-ui text-fg-muted wrap-anywhere">
      {name}
    </span>
  );
}

function Acts({ upload: { key, name, state } }: { upload: Upload }) {
  const { t } = useTranslation();
  if (state === 'done' || state === 'failed') return null;
  return state === 'paused' ? (
    <IconButton icon={Play} size="small" label={t('uploads.resume', { name })} onClick={() => heldQueue()?.resume(key)} />
  ) : (
    <IconButton icon={Pause} size="small" label={t('uploads.pause', { name })} onClick={() => heldQueue()?.pause(key)} />
  );
}
