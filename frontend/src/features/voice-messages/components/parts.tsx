import { limits } from '@hearth/contract';
import { Waveform } from '@/features/player/components';
import { useFormat } from '@/i18n';
import { cn } from '@/lib/cn';
import { lastLevels } from '../levels';
import { useRecordStore } from '../record-store';

/** So many seconds before the end it is said how many are left. */
const SOON = 30;
const BARS = 56;
/** Below it nothing would be seen. */
const LOWEST = 0.05;

/** How long it has been recording. */
export function Timer() {
  const format = useFormat();
  const seconds = useRecordStore((recording) => Math.floor(recording.seconds));
  const isOn = useRecordStore(({ phase }) => phase === 'recording');
  const isSoon = limits.voiceSeconds - seconds <= SOON;
  return (
    <span
      role="timer"
      className={cn('flex shrink-0 items-center gap-2 text-ui tabular-nums', isSoon ? 'text-danger-text' : 'text-fg-muted')}
    >
      <span aria-hidden className={cn('size-2.5 rounded-full bg-danger', isOn && 'animate-pulse less-motion:animate-none')} />
      <bdi>{isSoon ? `${format.countdown(seconds)} / ${format.countdown(limits.voiceSeconds)}` : format.countdown(seconds)}</bdi>
    </span>
  );
}

/** How loud it is, the newest at the end. It stands still for those who asked for less motion. */
export function LiveLevels({ className }: { className?: string }) {
  const levels = useRecordStore((recording) => recording.levels);
  const bars = lastLevels(levels, BARS).map((level) => Math.max(LOWEST, Math.sqrt(level)));
  return <Waveform bars={bars} done={1} className={cn('h-7 min-w-0 flex-1 less-motion:invisible', className)} />;
}
