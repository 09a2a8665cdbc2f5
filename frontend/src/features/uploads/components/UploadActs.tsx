import { Pause, Play } from 'lucide-react';
import { useTranslation } from '@/i18n';
import { IconButton } from '@/ui';
import { heldQueue } from '../client';
import type { Upload } from '../upload';

/** Stops a file that is on its way, and lets it go on. */
export function UploadActs({ upload: { key, name, state } }: { upload: Upload }) {
  const { t } = useTranslation();
  if (state === 'done' || state === 'failed') return null;
  return state === 'paused' ? (
    <IconButton icon={Play} size="small" label={t('uploads.resume', { name })} onClick={() => heldQueue()?.resume(key)} />
  ) : (
    <IconButton icon={Pause} size="small" label={t('uploads.pause', { name })} onClick={() => heldQueue()?.pause(key)} />
  );
}
