import { Download, Ellipsis } from 'lucide-react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { IconButton, Menu, MenuItem } from '@/ui';
import { barsOf } from '../bars';
import type { Sound } from '../sound';
import { PlayButton } from './PlayButton';
import { Line, SeekBar } from './SeekBar';
import { SpeedButton } from './SpeedButton';
import { useInSight, useSound } from './use-sound';
import { useMediaKeys } from './use-media-keys';
import { useMediaTime } from './use-media-time';
import { VolumeControl } from './VolumeControl';
import { Waveform } from './Waveform';

const BARS = 48;

export interface AudioPlayerProps {
  sound: Sound;
  /** Where it can be saved; left out: nowhere. */
  download?: string;
  /** It cannot be played yet. */
  isWaiting?: boolean;
  tabIndex?: number;
  hasVolume?: boolean;
  className?: string;
  /** Beside the time. */
  children?: ReactNode;
}

/** A sound where it stands; it plays on where that is gone. */
export function AudioPlayer(props: AudioPlayerProps) {
  const { sound, download, isWaiting = false, tabIndex, hasVolume = false, className, children } = props;
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { state, at, duration, toggle, seek } = useSound(sound);
  const bars = useMemo(() => barsOf(sound.waveform, BARS), [sound.waveform]);
  const { clock } = useMediaTime();
  const onKeyDown = useMediaKeys({ toggle: isWaiting ? () => undefined : toggle, seek, at, duration });
  useInSight(sound.key, place);
  const done = duration > 0 ? at / duration : 0;
  return (
    <div ref={place} role="group" aria-label={sound.name} onKeyDown={onKeyDown} className={cn('flex items-center gap-3', className)}>
      <PlayButton name={sound.name} {...{ state, tabIndex }} disabled={isWaiting} onToggle={toggle} />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex items-center gap-2">
          <SeekBar {...{ at, duration, tabIndex }} onSeek={seek} className="h-8">
            {bars.length > 0 ? <Waveform bars={bars} done={done} className="size-full" /> : <Line done={done} />}
          </SeekBar>
          {download !== undefined && <SaveMenu name={sound.name} {...{ download, tabIndex }} />}
        </div>
        <div className="flex min-h-7 items-center gap-2 text-meta text-fg-subtle">
          {state === 'failed' ? (
            <span role="alert" className="min-w-0 flex-1 text-danger-text">
              {t('player.failed')}
            </span>
          ) : (
            <bdi className="min-w-0 flex-1 truncate tabular-nums">
              {isWaiting ? t('attachments.processing') : at > 0 ? `${clock(at)} / ${clock(duration)}` : clock(duration)}
            </bdi>
          )}
          {children}
          {hasVolume && <VolumeControl tabIndex={tabIndex} />}
          <SpeedButton tabIndex={tabIndex} />
        </div>
      </div>
    </div>
  );
}

function SaveMenu({ name, download, tabIndex }: { name: string; download: string; tabIndex: number | undefined }) {
  const { t } = useTranslation();
  return (
    <Menu align="end" trigger={<IconButton icon={Ellipsis} size="small" tabIndex={tabIndex} label={t('player.more', { name })} />}>
      <MenuItem icon={Download} render={<a href={download} download={name} />}>
        {t('player.download')}
      </MenuItem>
    </Menu>
  );
}
