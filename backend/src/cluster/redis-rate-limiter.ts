import type { RateLimit } from '@hearth/contract';
import type { Redis } from 'ioredis';
import { LocalRateLimiter } from './local-rate-limiter.js';
import { bucket, RateLimiter } from './rate-limiter.js';

// Redis' own clock decides, so that the clocks of nodes do not matter. Times are in microseconds to keep whole numbers.
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local fullAt = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + interval
local wait = fullAt - now - window
if wait > 0 then return wait end
redis.call('SET', KEYS[1], string.format('%.0f', fullAt), 'PX', math.ceil((fullAt - now) / 1000))
return 0
`;

const REFUND = `
local fullAt = redis.call('GET', KEYS[1])
if fullAt then redis.call('SET', KEYS[1], string.format('%.0f', fullAt - ARGV[1]), 'KEEPTTL') end
`;

const keyOf = (key: string) => `hearth:rate:${key}`;
const micros = (milliseconds: number) => Math.round(milliseconds * 1_000);

/** While Redis is away each node counts for itself: a limit must neither stop the chat nor vanish. */
export class RedisRateLimiter extends RateLimiter {
  private readonly fallback = new LocalRateLimiter();

  constructor(private readonly redis: Redis) {
    super();
  }

  async take(key: string, limit: RateLimit): Promise<number> {
    const { interval, window } = bucket(limit);
    const wait = await this.run(TAKE, key, [micros(interval), micros(window)]);
    return wait === undefined ? this.fallback.take(key, limit) : Number(wait) / 1_000_000;
  }

  async refund(key: string, limit: RateLimit): Promise<void> {
    await this.run(REFUND, key, [micros(bucket(limit).interval)]);
    await this.fallback.refund(key, limit);
  }

  private async run(script: string, key: string, args: number[]): Promise<unknown> {
    if (this.redis.status !== 'ready') return undefined;
    try {
      return (await this.redis.eval(script, 1, keyOf(key), ...args)) ?? 0;
    } catch {
      return undefined;
    }
  }
}
