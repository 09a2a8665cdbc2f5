import { folded } from '@/features/player';

/** How often it is looked how loud it is, in milliseconds. */
export const EVERY = 50;
/** Bytes of a waveform. */
const BYTES = 64;

/** How loud it was so far, from 0 to 1, one for each `EVERY`. Where nobody could look for a while, as it is now. */
export function withLevel(levels: readonly number[], seconds: number, level: number): readonly number[] {
  const missing = Math.floor((seconds * 1_000) / EVERY) - levels.length;
  return missing > 0 ? [...levels, ...Array.from({ length: missing }, () => level)] : levels;
}

/** As it is sent: base64 of bytes, from beginning to end. */
export function waveformOf(levels: readonly number[]): string {
  const bytes = folded(levels.length > 0 ? levels : [0], BYTES).map((level) => Math.min(255, Math.round(level * 255)));
  return btoa(String.fromCharCode(...bytes));
}

/** The last of them, silence before the first. */
export const lastLevels = (levels: readonly number[], count: number): number[] => [
  ...Array.from({ length: Math.max(0, count - levels.length) }, () => 0),
  ...levels.slice(-count),
];
