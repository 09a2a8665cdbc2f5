import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { AppConfig } from '../config/app-config.js';
import { Bus } from './bus.js';
import { LocalBus } from './local-bus.js';
import { LocalRateLimiter } from './local-rate-limiter.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisBus } from './redis-bus.js';
import { RedisConnections } from './redis-connections.js';
import { RedisRateLimiter } from './redis-rate-limiter.js';

/** Injects `RedisConnections`, or null on a single node. */
export const REDIS = Symbol('redis');

@Injectable()
class RedisLifecycle implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: RedisConnections | null) {}

  onApplicationShutdown(): void {
    this.redis?.close();
  }
}

const connect = (config: AppConfig, logger: PinoLogger): RedisConnections | null => {
  if (!config.redisUrl) return null;
  logger.setContext('redis');
  return new RedisConnections(config.redisUrl, (fault) => logger.warn(`Redis: ${fault.message}`));
};

const openBus = async (redis: RedisConnections | null, logger: PinoLogger): Promise<Bus> => {
  if (!redis) return new LocalBus();
  const bus = new RedisBus(redis.publisher, redis.subscriber, (fault) => logger.error({ err: fault }, 'bus'));
  await bus.start();
  return bus;
};

/** What the nodes of one installation share: each port has a driver in the process and one on Redis. */
@Global()
@Module({
  providers: [
    { provide: REDIS, inject: [AppConfig, PinoLogger], useFactory: connect },
    { provide: Bus, inject: [REDIS, PinoLogger], useFactory: openBus },
    {
      provide: RateLimiter,
      inject: [REDIS],
      useFactory: (redis: RedisConnections | null) => (redis ? new RedisRateLimiter(redis.commands) : new LocalRateLimiter()),
    },
    RedisLifecycle,
  ],
  exports: [REDIS, Bus, RateLimiter],
})
export class ClusterModule {}
