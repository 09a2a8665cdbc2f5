import type { Redis } from 'ioredis';
import { LocalWindowCounter } from './local-window-counter.js';
import { KEPT, WindowCounter } from './window-counter.js';

// Redis' own clock decides, so that the clocks of nodes do not matter.
const COUNT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - ARGV[2] * 1000000))
redis.call('ZADD', KEYS[1], 'NX', string.format('%.0f', now), ARGV[1])
redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
`;

const keyOf = (key: string) => `hearth:window:${key}`;

/** While Redis is away each node counts what it sees itself. */
export class RedisWindowCounter extends WindowCounter {
  private readonly fallback = new LocalWindowCounter();

  constructor(private readonly redis: Redis) {
    super();
  }

  async count(key: string, mark: string, seconds: number): Promise<number> {
    if (this.redis.status !== 'ready') return this.fallback.count(key, mark, seconds);
    try {
      return Number(await this.redis.eval(COUNT, 1, keyOf(key), mark, seconds, KEPT));
    } catch {
      return this.fallback.count(key, mark, seconds);
    }
  }
}
