import { Upload } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { isPressed } from '@/lib/keys';
import { Icon, useToast } from '@/ui';
import { droppedFiles, hasFiles, pastedFiles } from '../dropped-files';
import { takeEarlyFiles } from '../early-files';
import { pickFiles } from '../pick-files';
import { useAttach } from '../use-attach';
import { useMayAttach } from '../use-may-attach';

export interface FileTargetProps {
  channelId: string;
  /** Where they lie, if not beside the field of the channel. */
  trayId?: string;
  /** Where the message is written. */
  field: RefObject<HTMLElement | null>;
  /** Whether what is pressed or pasted is meant for this one. */
  isMeant: () => boolean;
  keys: string;
}

/** Takes files that are dropped on the conversation or dialog, pasted, or chosen by the key, where they may be sent. */
export default function FileTarget(props: FileTargetProps) {
  return useMayAttach(props.channelId) ? <Target {...props} /> : null;
}

/** Each takes what is dropped on it. */
const PLACE = '[data-conversation], [role="dialog"]:not([data-toast])';

interface Place {
  top: number;
  left: number;
  width: number;
  height: number;
}

function Target({ channelId, trayId, field, isMeant, keys }: FileTargetProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const attach = useAttach(channelId, trayId);
  const [over, setOver] = useState<Place | null>(null);
  const take = useEffectEvent((files: readonly File[]) => {
    void attach(files);
    field.current?.focus();
  });
  const takeDropped = useEffectEvent((data: DataTransfer) => {
    const { files, folders } = droppedFiles(data);
    if (folders > 0) toast.show({ title: t('uploads.folders'), tone: 'warning' });
    take(files);
  });
  const isFor = useEffectEvent(isMeant);
  useEffect(() => {
    void takeEarlyFiles(field.current)?.then(take);
    const controller = new AbortController();
    const { signal } = controller;
    const own = () => field.current?.closest(PLACE) ?? null;
    const isOver = ({ target }: Event) => {
      const place = target instanceof Element ? target.closest(PLACE) : null;
      return place ? place === own() : isFor();
    };
    const drag = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer) || event.defaultPrevented) return;
      if (!isOver(event)) return setOver(null);
      // Without this the browser opens the file in the place of the app.
      event.preventDefault();
      const { top, left, width, height } = (own() ?? document.body).getBoundingClientRect();
      setOver({ top, left, width, height });
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(null);
    const drop = (event: DragEvent) => {
      setOver(null);
      if (!event.dataTransfer || !hasFiles(event.dataTransfer) || event.defaultPrevented || !isOver(event)) return;
      event.preventDefault();
      takeDropped(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent) => {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0 || !isFor()) return;
      event.preventDefault();
      take(files);
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(keys, event) || !isFor()) return;
      event.preventDefault();
      void pickFiles().then(take);
    };
    window.addEventListener('dragover', drag, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    document.addEventListener('keydown', press, { signal });
    return () => controller.abort();
  }, [field, keys]);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed z-1 grid place-items-center bg-scrim p-4" style={over}>
      <p className="flex items-center gap-3 rounded-dialog border-2 border-dashed border-accent bg-popover px-8 py-10 text-heading font-semibold shadow-dialog">
        <Icon icon={Upload} size="bar" />
        {t('uploads.drop')}
      </p>
    </div>
  );
}
