/** Time as a port, so that what waits can be tested without waiting. */
export interface Clock {
  /** Unix time in milliseconds. */
  now(): number;
  /** Runs once after `ms`. The answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
