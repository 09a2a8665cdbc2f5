import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { focusComposer, type RecorderProps } from '@/features/messages/components';
import { useFormat, useTranslation } from '@/i18n';
import { ConfirmDialog, IconButton, VisuallyHidden } from '@/ui';
import { X } from 'lucide-react';
import { useRecordStore, type Told } from '../record-store';
import { recorder } from '../recorder';
import { useMayRecord } from '../use-may-record';
import { HeldBar } from './HeldBar';
import { LockedBar } from './LockedBar';
import { MicrophoneButton } from './MicrophoneButton';
import { Refused } from './Refused';

/** Seconds from which on nobody wants to lose what they said by a key. */
const WORTH_ASKING = 3;

/** In the place of the button that sends, where nothing is written: what is said instead. */
export default function Recorder({ channelId, isHeldUp, onRecording, children }: RecorderProps) {
  const mayRecord = useMayRecord(channelId);
  const isOn = useRecordStore((recording) => recording.phase !== 'idle' && recording.channelId === channelId);
  useEffect(() => onRecording(isOn), [isOn, onRecording]);
  useEffect(() => () => leave(channelId), [channelId]);
  useEffect(() => {
    if (!isOn) return;
    return () => void requestAnimationFrame(() => window.matchMedia('(pointer: fine)').matches && focusComposer());
  }, [isOn]);
  if (!mayRecord && !isOn) return children;
  return <Recording {...{ channelId, isHeldUp, isOn }} />;
}

/** It waits where it was begun. */
function leave(channelId: string): void {
  if (useRecordStore.getState().channelId === channelId) recorder.leave();
}

function Recording({ channelId, isHeldUp, isOn }: { channelId: string; isHeldUp: boolean; isOn: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const descriptionId = useId();
  const isLocked = useRecordStore((recording) => recording.isLocked);
  const told = useRecordStore((recording) => recording.told);
  const [slid, setSlid] = useState(0);
  const [isAsking, setAsking] = useState(false);
  const giveUp = () => {
    if (useRecordStore.getState().seconds < WORTH_ASKING) return recorder.discard();
    void recorder.pause();
    setAsking(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOn || event.defaultPrevented || isAsking) return;
    const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.key === 'Escape') giveUp();
    else if (event.key === 'Enter' && isLocked && !isOnButton) void recorder.send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div role="group" aria-label={t('voice.recording')} onKeyDown={onKeyDown} className="contents">
      <VisuallyHidden role="status">{told && <Words told={told} />}</VisuallyHidden>
      <VisuallyHidden id={descriptionId}>{t('voice.hint')}</VisuallyHidden>
      {isOn && (
        <div className="absolute inset-0 z-1 flex min-w-0 items-center gap-2 rounded-dialog bg-raised px-2">
          <Bar slid={slid} onDelete={giveUp} />
        </div>
      )}
      {(!isOn || !isLocked) && <MicrophoneButton {...{ channelId, descriptionId }} isHeld={isOn} disabled={isHeldUp} onSlide={setSlid} />}
      <Refused channelId={channelId} />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('voice.deleteTitle')}
        description={t('voice.deleteText', { duration: format.countdown(Math.floor(useRecordStore.getState().seconds)) })}
        confirmLabel={t('voice.delete')}
        cancelLabel={t('voice.keep')}
        onConfirm={() => {
          setAsking(false);
          recorder.discard();
        }}
      />
    </div>
  );
}

function Bar({ slid, onDelete }: { slid: number; onDelete: () => void }) {
  const { t } = useTranslation();
  const { phase, isLocked } = useRecordStore();
  if (phase === 'asking') {
    return (
      <>
        <span className="min-w-0 flex-1 truncate px-2 text-body text-fg-muted">{t('voice.asking')}</span>
        {isLocked && <IconButton icon={X} label={t('common.cancel')} onClick={() => recorder.discard()} />}
      </>
    );
  }
  return isLocked ? <LockedBar onDelete={onDelete} /> : <HeldBar slid={slid} />;
}

function Words({ told }: { told: Told }) {
  const { t } = useTranslation();
  if (told === 'full') return t('voice.full');
  return told === 'gone' ? t('voice.gone') : t(`voice.told.${told}`);
}
