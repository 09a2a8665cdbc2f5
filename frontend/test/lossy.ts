import type { ServerEventEntry } from '@hearth/contract';
import type { Passage } from './tap';

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How late an event may come, in milliseconds: longer than the page waits for what is missing. */
const LATEST = 800;

const isOfMessage = ([name]: ServerEventEntry): boolean => name.startsWith('message:');

/** Loses, doubles and delays the events of messages, and so mixes up their order. */
export const lossy =
  (random: () => number): Passage =>
  (frame, pass) => {
    for (const entry of frame) {
      const fate = isOfMessage(entry) ? random() : 1;
      if (fate < 0.3) continue;
      if (fate < 0.7) setTimeout(() => pass([entry]), random() * LATEST);
      if (fate > 0.55) pass([entry]);
    }
  };
