import { Mic, Pause, SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { stopSound } from '@/features/player';
import { InlinePlayer } from '@/features/player/components';
import { useTranslation } from '@/i18n';
import { useObjectUrl } from '@/lib/use-object-url';
import { IconButton } from '@/ui';
import { waveformOf } from '../levels';
import { useRecordStore } from '../record-store';
import { recorder } from '../recorder';
import { LiveLevels, Timer } from './parts';

/** With free hands: everything by a button. */
export function LockedBar({ onDelete }: { onDelete: () => void }) {
  const { t } = useTranslation();
  const { phase, isOver, preview, told } = useRecordStore();
  const send = useRef<HTMLButtonElement>(null);
  useEffect(() => send.current?.focus(), []);
  const small = 'my-1 pointer-coarse:my-0.5';
  return (
    <>
      {isOver && (
        <p className="absolute inset-x-0 bottom-full mb-2 text-center text-ui text-fg-muted">
          <span className="rounded-full border border-line bg-popover px-3 py-1 shadow-float">
            {told === 'full' ? t('voice.full') : t('voice.gone')}
          </span>
        </p>
      )}
      <IconButton icon={Trash2} label={t('voice.delete')} onClick={onDelete} className={small} />
      {phase === 'paused' && preview ? (
        <Preview preview={preview} />
      ) : (
        <>
          <Timer />
          <LiveLevels />
        </>
      )}
      {phase === 'recording' && (
        <IconButton icon={Pause} label={t('voice.pause')} onClick={() => void recorder.pause()} className={small} />
      )}
      {phase === 'paused' && !isOver && (
        <IconButton icon={Mic} label={t('voice.resume')} onClick={() => recorder.resume()} className={`${small} text-danger-text!`} />
      )}
      <IconButton
        ref={send}
        icon={SendHorizontal}
        mirrored
        label={t('voice.send')}
        onClick={() => void recorder.send()}
        className={`${small} text-accent-text!`}
      />
    </>
  );
}

function Preview({ preview }: { preview: Blob }) {
  const { t } = useTranslation();
  const url = useObjectUrl(preview);
  const { seconds, levels } = useRecordStore();
  const key = `recording ${url}`;
  // It goes with what it is of.
  useEffect(() => () => stopSound(key), [key]);
  if (url === null) return null;
  const sound = {
    ...{ key, name: t('voice.yours'), duration: seconds, waveform: waveformOf(levels) },
    sources: [{ src: url, type: preview.type }],
  };
  return <InlinePlayer sound={sound} />;
}
