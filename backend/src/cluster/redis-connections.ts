import { Redis, type RedisOptions } from 'ioredis';

const RETRY_CEILING = 2_000;

/** The connections to Redis of one node. Publish and subscribe need one each. */
export class RedisConnections {
  readonly commands: Redis;
  readonly publisher: Redis;
  readonly subscriber: Redis;

  constructor(
    readonly url: string,
    private readonly onFault: (fault: Error) => void,
  ) {
    // What asks and waits for an answer fails at once while the broker is away, and the asker goes on without.
    this.commands = this.connect({ maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 1_000 });
    this.publisher = this.connect();
    this.subscriber = this.connect();
  }

  /** A further connection with the same settings, for a library that wants its own. The caller closes it. */
  connect(options: RedisOptions = {}): Redis {
    const redis = new Redis(this.url, {
      maxRetriesPerRequest: null,
      retryStrategy: (attempt) => Math.min(attempt * 100, RETRY_CEILING) * (0.5 + Math.random() / 2),
      ...options,
    });
    redis.on('error', this.onFault);
    return redis;
  }

  close(): void {
    for (const redis of [this.commands, this.publisher, this.subscriber]) redis.disconnect();
  }
}
