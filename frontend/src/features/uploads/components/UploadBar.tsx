import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { bytesOf, type Upload } from '../upload';

/** How far a file is, at the edge of what shows it; nothing once it is there. */
export function UploadBar({ upload, className }: { upload: Upload; className: string }) {
  const { t } = useTranslation();
  if (upload.state === 'done' || upload.state === 'failed') return null;
  const size = bytesOf(upload);
  const part = size === 0 ? 0 : Math.min(1, upload.sent / size);
  return (
    <div
      role="progressbar"
      aria-label={t('uploads.progressOf', { name: upload.name })}
      aria-valuenow={Math.round(part * 100)}
      className={cn('absolute h-1 overflow-hidden bg-active', className)}
    >
      <div className="h-full bg-accent transition-[width] duration-pane" style={{ width: `${part * 100}%` }} />
    </div>
  );
}
