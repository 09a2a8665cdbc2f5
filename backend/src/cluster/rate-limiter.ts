import type { RateLimit } from '@hearth/contract';

/**
 * Token buckets shared by all nodes, counted by the generic cell rate algorithm (ITU-T I.371, annex A): one number a key, the time at
 * which the bucket is full again.
 */
export abstract class RateLimiter {
  /** Takes one token. Returns 0, or the seconds until one is free; then nothing was taken. */
  abstract take(key: string, limit: RateLimit): Promise<number>;
  /** Gives a token back, for what turned out not to count. */
  abstract refund(key: string, limit: RateLimit): Promise<void>;
}

/** Milliseconds in which one token comes back, and in which a whole bucket does. */
export const bucket = ({ burst, perSecond }: RateLimit) => ({ interval: 1_000 / perSecond, window: (burst * 1_000) / perSecond });
