import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useFormat, useTranslation } from '@/i18n';
import { IconButton } from '@/ui';
import { stopSound, useAudioStore } from '../audio';
import type { Sound } from '../sound';
import { PlayButton } from './PlayButton';
import { Line, SeekBar } from './SeekBar';
import { SpeedButton } from './SpeedButton';
import { useMediaKeys } from './use-media-keys';
import { useMediaTime } from './use-media-time';
import { useSound } from './use-sound';

/** What plays and is out of sight. */
export default function NowPlaying() {
  const sound = useAudioStore((store) => (store.sound && !store.inSight.has(store.sound.key) ? store.sound : null));
  // Whoever signs out hears nothing more.
  useEffect(() => () => stopSound(), []);
  return sound && <Bar sound={sound} />;
}

function Bar({ sound }: { sound: Sound }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, at, duration, toggle, seek } = useSound(sound);
  const { clock } = useMediaTime();
  const onKeyDown = useMediaKeys({ toggle, seek, at, duration });
  return (
    <section
      aria-label={t('player.nowPlaying')}
      onKeyDown={onKeyDown}
      className="flex h-11 shrink-0 items-center gap-3 border-b border-line bg-sidebar px-3 text-ui [--seek-rest:var(--color-active)]"
    >
      <PlayButton name={sound.name} state={state} onToggle={toggle} isSmall />
      <span className="max-w-1/3 truncate font-medium">{format.facts(sound.by, sound.name)}</span>
      <SeekBar {...{ at, duration }} onSeek={seek} className="h-6">
        <Line done={duration > 0 ? at / duration : 0} />
      </SeekBar>
      <bdi className="shrink-0 text-meta text-fg-subtle tabular-nums max-tablet:hidden">{`${clock(at)} / ${clock(duration)}`}</bdi>
      <SpeedButton />
      <IconButton icon={X} size="small" label={t('player.close')} onClick={() => stopSound()} />
    </section>
  );
}
