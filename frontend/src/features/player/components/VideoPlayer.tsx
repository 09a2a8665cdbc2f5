import { useEffect, useRef } from 'react';
import { useTranslation } from '@/i18n';
import { cn } from '@/lib/cn';
import { Spinner } from '@/ui';
import type { Film } from '../sound';
import { BigPlay, Failed, Skipped } from './VideoCovers';
import { VideoBar } from './VideoBar';
import { useFilm } from './use-film';
import { useMediaKeys } from './use-media-keys';
import { useShownControls } from './use-shown-controls';
import { useTaps } from './use-taps';

export interface VideoPlayerProps {
  film: Film;
  tabIndex?: number;
}

/** A film where it stands, in a place that keeps its size. Nothing of it is loaded before somebody wants to see it. */
export function VideoPlayer({ film, tabIndex }: VideoPlayerProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLVideoElement>(null);
  const shown = useFilm(media, place, film);
  const { state, isBegun, acts } = shown;
  const controls = useShownControls(state === 'playing');
  const taps = useTaps({ place, isBegun, toggle: acts.toggle, skip: (by) => acts.seek(acts.at + by), controls });
  const onKeyDown = useMediaKeys(acts, { m: acts.mute, f: acts.fullScreen });
  const { poster, placeholder } = film;
  useEffect(() => {
    const element = media.current;
    // What is taken away does not go on to be loaded.
    return () => element?.pause();
  }, []);
  return (
    <div
      ref={place}
      role="group"
      aria-label={film.alt ?? film.name}
      onKeyDown={onKeyDown}
      {...controls.handlers}
      className={cn(
        'group/film relative size-full overflow-hidden bg-stage bg-cover bg-center text-on-stage select-none',
        '[--seek-ahead:var(--color-on-stage-muted)] [--seek-rest:var(--color-stage-hover)]',
        !controls.isShown && 'cursor-none',
      )}
      style={{ backgroundImage: !isBegun && placeholder ? `url("${placeholder}")` : undefined }}
    >
      <video ref={media} preload="none" playsInline poster={poster} tabIndex={-1} {...shown.handlers} className="size-full object-contain">
        {shown.sources.map(({ src, type }, index) => (
          <source key={src} src={src} type={type || undefined} onError={index === shown.sources.length - 1 ? shown.fail : undefined} />
        ))}
      </video>
      <div aria-hidden data-taps {...taps.handlers} className="absolute inset-0 touch-manipulation" />
      <Skipped by={taps.skipped} />
      {state === 'loading' && (
        <span role="status" aria-label={t('player.loading')} className="pointer-events-none absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      {state === 'failed' && <Failed film={film} tabIndex={tabIndex} />}
      {!isBegun && state !== 'failed' && <BigPlay name={film.name} duration={film.duration} onPlay={acts.toggle} tabIndex={tabIndex} />}
      {isBegun && state !== 'failed' && <VideoBar {...{ film, shown, tabIndex }} isShown={controls.isShown} />}
    </div>
  );
}
