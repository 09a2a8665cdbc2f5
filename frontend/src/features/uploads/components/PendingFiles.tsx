import type { Problem } from '@hearth/contract';
import { Pause, Play } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { IconButton } from '@/ui';
import { heldQueue } from '../client';
import type { Upload } from '../upload';
import { useUploadsOf } from '../upload-store';
import { FileCard } from './FileCard';

interface PendingName {
  key: string;
  name: string;
}

export interface PendingFilesProps {
  nonce: string;
  files: readonly PendingName[];
  /** Why the message was refused, and over which of its files. */
  fault: Problem | null;
  harmful: readonly PendingName[];
}

/** The files of a message that is on its way, as they look on this device. */
export default function PendingFiles({ nonce, files, fault, harmful }: PendingFilesProps) {
  const { t } = useTranslation();
  const refused = new Set(harmful.map(({ key }) => key));
  const asRefused = (upload: Upload): Upload => (refused.has(upload.key) ? { ...upload, state: 'failed', fault } : upload);
  const uploads = new Map(useUploadsOf(nonce).map((upload) => [upload.key, asRefused(upload)]));
  return (
    <ul aria-label={t('uploads.tray')} className="mt-1 flex flex-wrap gap-2">
      {files.map(({ key, name }) => (
        <li key={key}>
          <PendingFile upload={uploads.get(key)} name={name} isRefused={refused.has(key)} />
        </li>
      ))}
    </ul>
  );
}

/** What an earlier page sent has no picture here. */
function PendingFile({ upload, name, isRefused }: { upload: Upload | undefined; name: string; isRefused: boolean }) {
  if (upload) return <FileCard upload={upload} acts={hasActs(upload) && <Acts upload={upload} />} />;
  return (
    <span dir="auto" className={cn('text-ui wrap-anywhere', isRefused ? 'text-danger-text line-through' : 'text-fg-muted')}>
      {name}
    </span>
  );
}

const hasActs = ({ state }: Upload): boolean => state !== 'done' && state !== 'failed';

function Acts({ upload: { key, name, state } }: { upload: Upload }) {
  const { t } = useTranslation();
  return state === 'paused' ? (
    <IconButton icon={Play} size="small" label={t('uploads.resume', { name })} onClick={() => heldQueue()?.resume(key)} />
  ) : (
    <IconButton icon={Pause} size="small" label={t('uploads.pause', { name })} onClick={() => heldQueue()?.pause(key)} />
  );
}
