import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

const SPEEDS = [1, 1.25, 1.5, 2] as const;

interface Preferences {
  speed: number;
  /** From 0 to 1. */
  volume: number;
  muted: boolean;
}

/** How things are played on this device. */
export const usePreferences = create<Preferences>(() => ({ speed: 1, volume: 1, muted: false }));

keepOnDevice(usePreferences, 'hearth.player', ['speed', 'volume', 'muted']);

/** The next faster one, after the fastest the first again. */
export function nextSpeed(): void {
  const { speed } = usePreferences.getState();
  usePreferences.setState({ speed: SPEEDS.find((one) => one > speed) ?? SPEEDS[0] });
}

export const toggleMuted = (): void => usePreferences.setState(({ muted }) => ({ muted: !muted }));

/** Whoever turns it up wants to hear it. */
export const setVolume = (volume: number): void => usePreferences.setState({ volume, muted: volume === 0 });

/** Plays as is preferred, from now on. @returns an end to that */
export function followPreferences(media: HTMLMediaElement): () => void {
  const follow = ({ speed, volume, muted }: Preferences) => {
    // A browser refuses what lies beyond its bounds, and anything may lie in storage.
    const rate = SPEEDS.find((one) => one === speed) ?? SPEEDS[0];
    media.defaultPlaybackRate = rate;
    media.playbackRate = rate;
    media.volume = Math.min(1, Math.max(0, volume));
    media.muted = muted;
  };
  follow(usePreferences.getState());
  return usePreferences.subscribe(follow);
}
