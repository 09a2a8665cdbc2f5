import { useMemo, useRef } from 'react';
import { barsOf } from '../bars';
import type { Sound } from '../sound';
import { PlayButton } from './PlayButton';
import { SeekBar } from './SeekBar';
import { useMediaKeys } from './use-media-keys';
import { useMediaTime } from './use-media-time';
import { useInSight, useSound } from './use-sound';
import { Waveform } from './Waveform';

const BARS = 40;

/** A sound on one line. */
export function InlinePlayer({ sound }: { sound: Sound }) {
  const { state, at, duration, toggle, seek } = useSound(sound);
  const bars = useMemo(() => barsOf(sound.waveform, BARS), [sound.waveform]);
  const { clock } = useMediaTime();
  const place = useRef<HTMLDivElement>(null);
  useInSight(sound.key, place);
  const onKeyDown = useMediaKeys({ toggle, seek, at, duration });
  return (
    <div ref={place} role="group" aria-label={sound.name} onKeyDown={onKeyDown} className="flex min-w-0 flex-1 items-center gap-2">
      <PlayButton name={sound.name} state={state} onToggle={toggle} isSmall />
      <SeekBar {...{ at, duration }} onSeek={seek} className="h-7">
        <Waveform bars={bars} done={duration > 0 ? at / duration : 0} className="size-full" />
      </SeekBar>
      <bdi className="shrink-0 text-ui text-fg-muted tabular-nums">{clock(at > 0 ? at : duration)}</bdi>
    </div>
  );
}
