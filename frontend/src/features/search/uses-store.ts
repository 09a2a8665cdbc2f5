import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

/** Milliseconds after which a use counts half. */
const HALF_LIFE = 5 * 86_400_000;
/** So many places are remembered. */
const MOST = 200;

/** How much a place was used up to a time. */
export interface Use {
  weight: number;
  at: number;
}

interface Uses {
  uses: Record<string, Use>;
}

/** Where somebody goes often and lately, by id. */
export const useUses = create<Uses>()(() => ({ uses: {} }));

keepOnDevice(useUses, 'hearth.uses', ['uses']);

export const weightAt = (use: Use | undefined, now: number): number => (use ? use.weight * 0.5 ** ((now - use.at) / HALF_LIFE) : 0);

/** What each place weighs now. */
export function weights(uses: Record<string, Use>): (id: string) => number {
  const now = Date.now();
  return (id) => weightAt(uses[id], now);
}

export function withUse(uses: Record<string, Use>, id: string, now: number): Record<string, Use> {
  const used = { ...uses, [id]: { weight: weightAt(uses[id], now) + 1, at: now } };
  const entries = Object.entries(used);
  if (entries.length <= MOST) return used;
  return Object.fromEntries(entries.sort(([, one], [, other]) => weightAt(other, now) - weightAt(one, now)).slice(0, MOST));
}

export const noteUse = (id: string): void => useUses.setState(({ uses }) => ({ uses: withUse(uses, id, Date.now()) }));
