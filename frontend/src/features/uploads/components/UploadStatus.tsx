import { Check, CircleAlert } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Icon } from '@/ui';
import type { Upload } from '../upload';
import { useUploadWords } from './use-upload-words';

/** How far a file is, in words. @param isShort on one line, unless it cannot be sent */
export default function UploadStatus({ upload, isShort = false }: { upload: Upload; isShort?: boolean }) {
  const { statusText } = useUploadWords();
  const isFailed = upload.state === 'failed';
  return (
    <span className={cn('flex items-start gap-1 text-meta tabular-nums', isFailed ? 'text-danger-text' : 'text-fg-subtle')}>
      {isFailed && <Icon icon={CircleAlert} size="small" className="my-px shrink-0" />}
      {upload.state === 'done' && <Icon icon={Check} size="small" className="my-px shrink-0 text-success-text" />}
      <span className={cn('min-w-0', isShort && !isFailed && 'truncate')}>{statusText(upload)}</span>
    </span>
  );
}
