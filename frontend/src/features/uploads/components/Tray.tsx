import { Pause, Pencil, Play, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Button, IconButton, Switch, VisuallyHidden } from '@/ui';
import { heldQueue } from '../client';
import { isShrinkable } from '../shrink';
import { useSizeStore } from '../size-store';
import { mayRetry, type Upload } from '../upload';
import { useTray } from '../upload-store';
import { FileCard } from './FileCard';
import { FileDialog } from './FileDialog';

export interface TrayProps {
  /** Of the channel, or of a dialog. */
  trayId: string;
  /** The last one is taken away, with what had the focus. */
  onEmpty: () => void;
  /** How it meets what is around it: the field of a conversation, if left out. */
  className?: string;
}

/** Above where one writes: the files that go with it. */
export default function Tray({ trayId, onEmpty, className = 'mx-2 rounded-t-card border-b-0' }: TrayProps) {
  const { t } = useTranslation();
  const uploads = useTray(trayId);
  const [editedKey, setEditedKey] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const edited = uploads.find(({ key }) => key === editedKey);
  const remove = (key: string) => {
    heldQueue()?.remove(key);
    if (uploads.length === 1) onEmpty();
    else requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
  };
  return (
    <>
      <VisuallyHidden role="status">{uploads.length > 0 && <Told uploads={uploads} />}</VisuallyHidden>
      {uploads.length > 0 && (
        <section aria-label={t('uploads.tray')} className={cn('flex flex-col gap-2 border border-line bg-sidebar p-2', className)}>
          <ul ref={list} className="flex gap-2 overflow-x-auto">
            {uploads.map((upload) => (
              <li key={upload.key} className="shrink-0">
                <FileCard upload={upload} acts={<Acts upload={upload} onEdit={setEditedKey} onRemove={remove} />}>
                  {upload.state === 'failed' && mayRetry(upload) && (
                    <Button size="small" className="mt-1" onClick={() => heldQueue()?.resume(upload.key)}>
                      {t('common.retry')}
                    </Button>
                  )}
                </FileCard>
              </li>
            ))}
          </ul>
          <SizeSwitch uploads={uploads} />
        </section>
      )}
      {edited && <FileDialog upload={edited} onClose={() => setEditedKey(null)} />}
    </>
  );
}

interface ActsProps {
  upload: Upload;
  onEdit: (key: string) => void;
  onRemove: (key: string) => void;
}

function Acts({ upload: { key, name, state }, onEdit, onRemove }: ActsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(state === 'sending' || state === 'waiting') && (
        <IconButton icon={Pause} size="small" label={t('uploads.pause', { name })} onClick={() => heldQueue()?.pause(key)} />
      )}
      {state === 'paused' && (
        <IconButton icon={Play} size="small" label={t('uploads.resume', { name })} onClick={() => heldQueue()?.resume(key)} />
      )}
      {state !== 'failed' && <IconButton icon={Pencil} size="small" label={t('uploads.edit', { name })} onClick={() => onEdit(key)} />}
      <IconButton icon={X} size="small" label={t('ui.remove', { name })} onClick={() => onRemove(key)} />
    </>
  );
}

function Told({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation();
  const [done, failed] = [uploads.filter(({ state }) => state === 'done').length, uploads.filter(({ state }) => state === 'failed').length];
  return (
    <>
      {t('uploads.progress', { done, total: uploads.length })} {failed > 0 && t('uploads.failed', { number: failed })}
    </>
  );
}

/** For pictures of which there can be a smaller one. The choice is kept for the next ones. */
function SizeSwitch({ uploads }: { uploads: readonly Upload[] }) {
  const { t } = useTranslation();
  const smaller = useSizeStore((state) => state.smaller);
  const large = uploads.filter(({ original }) => isShrinkable(original));
  if (large.length === 0) return null;
  const change = (next: boolean) => {
    useSizeStore.setState({ smaller: next });
    for (const { key } of large) heldQueue()?.resize(key, next);
  };
  return <Switch label={t('uploads.smaller')} hint={t('uploads.smallerHint')} checked={smaller} onCheckedChange={change} />;
}
