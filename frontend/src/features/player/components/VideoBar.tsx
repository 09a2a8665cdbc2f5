import { Download, Maximize, Pause, PictureInPicture2, Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { IconButton, onDark } from '@/ui';
import type { Film } from '../sound';
import { Line, SeekBar } from './SeekBar';
import { SpeedButton } from './SpeedButton';
import type { ShownFilm } from './use-film';
import { useMediaTime } from './use-media-time';
import { VolumeControl } from './VolumeControl';

interface VideoBarProps {
  film: Film;
  shown: ShownFilm;
  isShown: boolean;
  tabIndex: number | undefined;
}

/** Along the lower edge of a film that was begun. */
export function VideoBar({ film: { name, download }, shown: { state, loaded, acts }, isShown, tabIndex }: VideoBarProps) {
  const { t } = useTranslation();
  const { clock } = useMediaTime();
  const { at, duration, seek, toggle, fullScreen } = acts;
  const isOn = state === 'playing' || state === 'loading';
  const part = (seconds: number) => (duration > 0 ? seconds / duration : 0);
  const dark = cn(onDark, 'shrink-0');
  const first = useRef<HTMLButtonElement>(null);
  // In the place of the large one, which had it.
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  return (
    <div
      dir="ltr"
      className={cn(
        'absolute inset-x-0 bottom-0 flex flex-col bg-linear-to-t from-stage to-transparent px-2 pt-6 pb-1 transition-opacity duration-pane @container has-focus-visible:opacity-100',
        !isShown && 'pointer-events-none opacity-0',
      )}
    >
      <div className="flex px-1">
        <SeekBar {...{ at, duration, tabIndex }} onSeek={seek} className="h-5">
          <Line done={part(at)} ahead={part(loaded)} />
        </SeekBar>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          ref={first}
          icon={isOn ? Pause : Play}
          size="small"
          tabIndex={tabIndex}
          label={isOn ? t('player.pause', { name }) : t('player.play', { name })}
          onClick={toggle}
          className={dark}
        />
        <bdi className="min-w-0 flex-1 truncate text-meta tabular-nums">{`${clock(at)} / ${clock(duration)}`}</bdi>
        <VolumeControl tabIndex={tabIndex} className={dark} />
        <SpeedButton tabIndex={tabIndex} className="bg-stage-hover! @max-[18rem]:hidden" />
        {acts.pictureInPicture && (
          <IconButton
            icon={PictureInPicture2}
            size="small"
            tabIndex={tabIndex}
            label={t('player.pictureInPicture')}
            onClick={acts.pictureInPicture}
            className={cn(dark, '@max-[24rem]:hidden')}
          />
        )}
        <IconButton
          icon={Download}
          size="small"
          tabIndex={tabIndex}
          label={t('attachments.download', { name })}
          render={<a href={download} download={name} />}
          className={dark}
        />
        <IconButton icon={Maximize} size="small" tabIndex={tabIndex} label={t('player.fullScreen')} onClick={fullScreen} className={dark} />
      </div>
    </div>
  );
}
