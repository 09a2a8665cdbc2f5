import { useEffect, type RefObject } from 'react';
import { seekSound, setInSight, toggleSound, useAudioStore, type AudioState } from '../audio';
import type { MediaActs } from '../keys';
import type { Sound } from '../sound';

export interface ShownSound extends MediaActs {
  state: AudioState;
  isCurrent: boolean;
}

/** How far a sound is, whether it plays or not. */
export function useSound(sound: Sound): ShownSound {
  const isCurrent = useAudioStore((store) => store.sound?.key === sound.key);
  const state = useAudioStore((store) => (store.sound?.key === sound.key ? store.state : 'paused'));
  const at = useAudioStore((store) => store.places[sound.key] ?? 0);
  const known = useAudioStore((store) => (store.sound?.key === sound.key ? store.duration : null));
  return {
    ...{ state, isCurrent, at },
    duration: known ?? sound.duration ?? 0,
    toggle: () => toggleSound(sound),
    seek: (seconds) => seekSound(sound, seconds),
  };
}

/** Whether somebody can see it where it stands. */
export function useInSight(key: string, place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(key, entry?.isIntersecting ?? false));
    observer.observe(element);
    return () => {
      observer.disconnect();
      setInSight(key, false);
    };
  }, [key, place]);
}
