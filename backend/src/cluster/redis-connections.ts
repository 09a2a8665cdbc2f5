import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import { StartupError } from '../config/startup-error.js';

const RETRY_CEILING = 2_000;

/** The connections to Redis of one node. Publish and subscribe need one each. */
export class RedisConnections {
  readonly commands: Redis;
  readonly publisher: Redis;
  readonly subscriber: Redis;
  private lastFault: string | undefined;

  constructor(
    readonly url: string,
    private readonly onFault: (fault: Error) => void,
  ) {
    // What asks and waits for an answer fails at once while the broker is away, and the asker goes on without.
    this.commands = this.connect({ maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 1_000 });
    this.publisher = this.connect();
    this.subscriber = this.connect();
  }

  /** For the start, at which a Redis that does not answer is a wrong setting. Later it may come and go. */
  async untilReady(patience: number): Promise<void> {
    for (const deadline = Date.now() + patience; this.commands.status !== 'ready'; await sleep(50)) {
      if (Date.now() < deadline) continue;
      const why = this.lastFault ? ` (${this.lastFault})` : '';
      throw new StartupError(`The Redis of REDIS_URL does not answer${why}: start it, or correct its address.`);
    }
  }

  /** A further connection with the same settings, for a library that wants its own. The caller closes it. */
  connect(options: RedisOptions = {}): Redis {
    const redis = new Redis(this.url, {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, RETRY_CEILING) * (0.5 + Math.random() / 2),
      ...options,
    });
    redis.on('error', (fault: Error) => {
      this.lastFault = fault.message;
      this.onFault(fault);
    });
    return redis;
  }

  close(): void {
    for (const redis of [this.commands, this.publisher, this.subscriber]) redis.disconnect();
  }
}
