import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';
import type { Tone } from './tones';

interface Use {
  count: number;
  /** Unix time in milliseconds. */
  last: number;
}

interface Usage {
  tone: Tone;
  used: Record<string, Use>;
}

/** How many are remembered, those of the longest ago forgotten first. */
const KEPT = 60;
/** In milliseconds: what was often used so long ago counts half. */
const HALF_LIFE = 14 * 24 * 3_600_000;
/** What people begin with who have used none yet. */
const USUAL = ['👍', '❤️', '😂', '🎉', '😮', '😢'];

export const useEmojiUsage = create<Usage>()(() => ({ tone: '', used: {} }));
keepOnDevice(useEmojiUsage, 'hearth.emoji', ['tone', 'used']);

export const chooseTone = (tone: Tone): void => useEmojiUsage.setState({ tone });

export function noteUse(char: string, now = Date.now()): void {
  useEmojiUsage.setState(({ used }) => {
    const next = { ...used, [char]: { count: (used[char]?.count ?? 0) + 1, last: now } };
    const kept = Object.entries(next).sort(([, one], [, other]) => other.last - one.last);
    return { used: Object.fromEntries(kept.slice(0, KEPT)) };
  });
}

const weight = ({ count, last }: Use, now: number): number => count * 0.5 ** ((now - last) / HALF_LIFE);

export function usageOf(char: string): number {
  const use = useEmojiUsage.getState().used[char];
  return use ? weight(use, Date.now()) : 0;
}

/** The most and latest used ones, filled up with the usual ones. @param current of what was used, what it is called now; undefined: gone */
export function frequentEmoji(
  used: Record<string, Use>,
  count: number,
  current: (char: string) => string | undefined = (char) => char,
  now = Date.now(),
): string[] {
  const own = Object.entries(used).sort(([, one], [, other]) => weight(other, now) - weight(one, now));
  return [...new Set([...own.flatMap(([char]) => current(char) ?? []), ...USUAL])].slice(0, count);
}
