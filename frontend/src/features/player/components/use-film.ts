import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { AudioState } from '../audio';
import { takeTurn } from '../exclusive';
import type { MediaActs } from '../keys';
import { followPreferences, toggleMuted } from '../preferences';
import { playable, type Film, type Source } from '../sound';

export interface FilmActs extends MediaActs {
  mute: () => void;
  fullScreen: () => void;
  /** Null where the browser has no such thing. */
  pictureInPicture: (() => void) | null;
}

export interface ShownFilm {
  state: AudioState;
  /** Somebody has wanted to see it. */
  isBegun: boolean;
  /** Seconds up to which it is loaded. */
  loaded: number;
  sources: readonly Source[];
  acts: FilmActs;
  fail: () => void;
  handlers: Record<'onPlaying' | 'onPause' | 'onWaiting' | 'onTimeUpdate' | 'onProgress' | 'onDurationChange' | 'onSeeked', () => void>;
}

/** Not every browser has the standard's. */
interface ApplePlayer {
  webkitEnterFullscreen?: () => void;
}

/** What a film does, and what can be done with it. */
export function useFilm(media: RefObject<HTMLVideoElement | null>, place: RefObject<HTMLElement | null>, film: Film): ShownFilm {
  const [state, setState] = useState<AudioState>('paused');
  /** What could not be played: something else may come. */
  const [failed, setFailed] = useState<readonly Source[] | null>(null);
  const [isBegun, setBegun] = useState(false);
  const [{ at, duration, loaded }, setTimes] = useState({ at: 0, duration: film.duration ?? 0, loaded: 0 });
  const sources = useMemo(() => playable(film.sources, document.createElement('video')), [film.sources]);
  const stop = useRef(() => media.current?.pause());
  useEffect(() => (media.current ? followPreferences(media.current) : undefined), [media]);
  const look = () => {
    const element = media.current;
    if (!element) return;
    const known = Number.isFinite(element.duration) ? element.duration : (film.duration ?? 0);
    setTimes({ at: element.currentTime, duration: known, loaded: loadedFrom(element) });
  };
  const follow = (next: AudioState) => () => {
    setState(next);
    look();
  };
  const acts: FilmActs = {
    ...{ at, duration },
    toggle: () => {
      const element = media.current;
      if (!element) return;
      if (!element.paused) return element.pause();
      setBegun(true);
      // It looked for something once, in vain.
      if (element.networkState === element.NETWORK_NO_SOURCE) element.load();
      if (element.readyState < element.HAVE_FUTURE_DATA) setState('loading');
      takeTurn(stop.current);
      // Why it cannot is told by an event of its sources.
      element.play().catch(() => undefined);
    },
    seek: (seconds) => {
      if (isBegun && media.current) goTo(media.current, Math.min(Math.max(0, seconds), duration));
      look();
    },
    mute: toggleMuted,
    fullScreen: () => void toggleFullScreen(place.current, media.current),
    pictureInPicture: document.pictureInPictureEnabled ? () => void togglePictureInPicture(media.current) : null,
  };
  return {
    ...{ state: failed === sources || sources.length === 0 ? 'failed' : state, isBegun, loaded, sources, acts },
    fail: () => setFailed(sources),
    handlers: {
      onPlaying: follow('playing'),
      onPause: follow('paused'),
      onWaiting: follow('loading'),
      ...{ onTimeUpdate: look, onProgress: look, onDurationChange: look, onSeeked: look },
    },
  };
}

function goTo(element: HTMLVideoElement, seconds: number): void {
  element.currentTime = seconds;
}

/** Up to where it can be played on from where it is. */
function loadedFrom({ buffered, currentTime }: HTMLVideoElement): number {
  for (let index = 0; index < buffered.length; index += 1)
    if (buffered.start(index) <= currentTime && currentTime <= buffered.end(index)) return buffered.end(index);
  return 0;
}

async function toggleFullScreen(place: HTMLElement | null, media: (HTMLVideoElement & ApplePlayer) | null): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  // On an iPhone a film alone can fill the screen, with the buttons of the system.
  if (document.fullscreenEnabled) await place?.requestFullscreen().catch(() => undefined);
  else media?.webkitEnterFullscreen?.();
}

async function togglePictureInPicture(media: HTMLVideoElement | null): Promise<void> {
  if (document.pictureInPictureElement === media) await document.exitPictureInPicture();
  else await media?.requestPictureInPicture().catch(() => undefined);
}
