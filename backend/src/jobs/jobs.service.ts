import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import { PinoLogger } from 'nestjs-pino';
import { REDIS } from '../cluster/cluster.module.js';
import type { RedisConnections } from '../cluster/redis-connections.js';
import { DatabaseUrl } from '../database/database-url.js';

export interface JobDefinition {
  name: string;
  /** Milliseconds between runs, each on one node of all. */
  every: number;
  run: () => Promise<void>;
}

const QUEUE = 'hearth';
const KEPT = 100;
const OPTIONS = { attempts: 3, backoff: { type: 'exponential', delay: 5_000 }, removeOnComplete: KEPT, removeOnFail: KEPT };

/** What both of BullMQ's backends have in common, whose own types tell them apart. */
interface JobQueue {
  upsertJobScheduler(id: string, repeat: { every: number }, template: { name: string; opts: typeof OPTIONS }): Promise<unknown>;
  on(event: 'error', listener: (fault: Error) => void): unknown;
  close(): Promise<void>;
}

interface JobWorker {
  on(event: 'error', listener: (fault: Error) => void): unknown;
  on(event: 'failed', listener: (job: { name: string } | undefined, fault: Error) => void): unknown;
  close(force: boolean): Promise<void>;
}

/** Work that can wait, in BullMQ: kept in Redis where there is one, else in tables of its own in Postgres. */
@Injectable()
export class JobsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly definitions = new Map<string, JobDefinition>();
  private open: { queue: JobQueue; worker: JobWorker; release: () => void } | undefined;

  constructor(
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    private readonly database: DatabaseUrl,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('jobs');
  }

  define(definition: JobDefinition): void {
    this.definitions.set(definition.name, definition);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.open = this.redis ? this.onRedis(this.redis) : this.onPostgres();
    const { queue, worker } = this.open;
    const warn = (fault: Error) => this.logger.warn(fault.message);
    queue.on('error', warn);
    worker.on('error', warn);
    worker.on('failed', (job, fault) => this.logger.error({ err: fault, job: job?.name }, 'job failed'));
    for (const { name, every } of this.definitions.values()) await queue.upsertJobScheduler(name, { every }, { name, opts: OPTIONS });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.open) return;
    const { worker, queue, release } = this.open;
    // A polite end would wait for a broker that is away, and nothing that runs could tell it its outcome.
    const isAway = this.redis !== null && this.redis.commands.status !== 'ready';
    await worker.close(isAway);
    await queue.close();
    release();
  }

  private onRedis(redis: RedisConnections) {
    const prefix = 'hearth:jobs';
    const connections = [redis.connect(), redis.connect()] as const;
    return {
      queue: new Queue(QUEUE, { connection: connections[0], prefix }),
      worker: new Worker(QUEUE, ({ name }) => this.run(name), { connection: connections[1], prefix }),
      release: () => connections.forEach((connection) => connection.disconnect()),
    };
  }

  private onPostgres() {
    const bound = withBackend(createPostgresBackend);
    const connection = { connectionString: this.database.value, max: 3, migrate: true };
    return {
      queue: new bound.Queue(QUEUE, { connection }),
      worker: new bound.Worker(QUEUE, ({ name }: { name: string }) => this.run(name), { connection }),
      release: () => undefined,
    };
  }

  private async run(name: string): Promise<void> {
    // A name that nobody knows is a job of another version of Hearth: nobody is left who could do it.
    await this.definitions.get(name)?.run();
  }
}
