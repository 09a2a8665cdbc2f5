import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useChannel } from '@/features/channels';
import { useFormat, useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { paths } from '@/lib/paths';
import { IconButton } from '@/ui';
import { stopSound, useAudioStore } from '../audio';
import type { Sound } from '../sound';
import { PlayButton } from './PlayButton';
import { Line, SeekBar } from './SeekBar';
import { SpeedButton } from './SpeedButton';
import { useMediaKeys } from './use-media-keys';
import { useMediaTime } from './use-media-time';
import { useSound } from './use-sound';

interface NowPlayingProps {
  /** It lies over what is on screen, which stays where it is. */
  isFloating: boolean;
}

/** What plays and is out of sight. */
export default function NowPlaying({ isFloating }: NowPlayingProps) {
  const sound = useAudioStore((store) => (store.sound && !store.inSight.has(store.sound.key) ? store.sound : null));
  // Whoever signs out hears nothing more.
  useEffect(() => () => stopSound(), []);
  return sound && <Bar {...{ sound, isFloating }} />;
}

function Bar({ sound, isFloating }: NowPlayingProps & { sound: Sound }) {
  const { t } = useTranslation();
  const { state, at, duration, toggle, seek } = useSound(sound);
  const { clock } = useMediaTime();
  const onKeyDown = useMediaKeys({ toggle, seek, at, duration });
  return (
    <section
      aria-label={t('player.nowPlaying')}
      onKeyDown={onKeyDown}
      data-now-playing={isFloating ? '' : undefined}
      className={cn(
        'flex h-11 shrink-0 items-center gap-3 px-3 text-ui [--seek-rest:var(--color-active)]',
        isFloating
          ? 'absolute inset-x-2 top-[calc(var(--spacing-header)+env(safe-area-inset-top)+0.5rem)] z-1 rounded-card border border-line bg-popover shadow-float tablet:inset-x-4'
          : 'border-b border-line bg-sidebar',
      )}
    >
      <PlayButton name={sound.name} state={state} onToggle={toggle} isSmall />
      <Title sound={sound} />
      <SeekBar {...{ at, duration }} onSeek={seek} className="h-6">
        <Line done={duration > 0 ? at / duration : 0} />
      </SeekBar>
      <bdi className="shrink-0 text-meta text-fg-subtle tabular-nums max-tablet:hidden">{`${clock(at)} / ${clock(duration)}`}</bdi>
      <SpeedButton />
      <IconButton icon={X} size="small" label={t('player.close')} onClick={() => stopSound()} />
    </section>
  );
}

/** Leads to the message that it is part of. */
function Title({ sound: { by, name, place } }: { sound: Sound }) {
  const format = useFormat();
  const channel = useChannel(place?.channelId ?? '');
  const title = format.facts(by, name);
  if (!place || !channel) return <span className="max-w-1/3 truncate font-medium">{title}</span>;
  return (
    <Link
      href={paths.message(channel.serverId, place.channelId, place.seq)}
      className="max-w-1/3 truncate rounded-chip font-medium hover:underline"
    >
      {title}
    </Link>
  );
}
