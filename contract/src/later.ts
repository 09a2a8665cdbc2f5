import { givenTimestamp } from './ids.js';
import { limits } from './limits.js';

const DAY = 24 * 3_600_000;

/** A time that somebody chooses for something to happen then. */
export const laterTimestamp = givenTimestamp.refine(
  (time) => {
    const ahead = Date.parse(time) - Date.now();
    return !(ahead <= 0 || ahead > limits.laterDays * DAY);
  },
  { error: `must be in the next ${limits.laterDays} days` },
);
