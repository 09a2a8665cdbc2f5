import type { RateLimit } from '@hearth/contract';
import { bucket, RateLimiter } from './rate-limiter.js';

const SWEEP_EVERY = 10_000;

export class LocalRateLimiter extends RateLimiter {
  private readonly fullAt = new Map<string, number>();
  private takes = 0;

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  async take(key: string, limit: RateLimit): Promise<number> {
    this.sweepSometimes();
    const now = this.now();
    const { interval, window } = bucket(limit);
    const fullAt = Math.max(this.fullAt.get(key) ?? 0, now) + interval;
    // A hair of tolerance for the floating point of the sum.
    if (fullAt - now > window + 1e-6) return (fullAt - now - window) / 1_000;
    this.fullAt.set(key, fullAt);
    return 0;
  }

  async refund(key: string, limit: RateLimit): Promise<void> {
    const fullAt = this.fullAt.get(key);
    if (fullAt !== undefined) this.fullAt.set(key, fullAt - bucket(limit).interval);
  }

  private sweepSometimes(): void {
    this.takes += 1;
    if (this.takes % SWEEP_EVERY !== 0) return;
    const now = this.now();
    for (const [key, fullAt] of this.fullAt) if (fullAt <= now) this.fullAt.delete(key);
  }
}
