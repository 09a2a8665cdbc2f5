import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobQueueState } from '@hearth/contract';
import { ErrorCode } from 'bullmq';
import { PinoLogger } from 'nestjs-pino';
import { REDIS } from '../cluster/cluster.module.js';
import type { RedisConnections } from '../cluster/redis-connections.js';
import { AppConfig } from '../config/app-config.js';
import { DatabaseUrl } from '../database/database-url.js';
import { ProblemError } from '../http/problem.js';
import { partId, type Job, type JobHandler, type JobPart, type QueueName, type RecurringJob } from './job.js';
import { isGivenUp, jobOptions, openOnPostgres, openOnRedis, type JobQueue, type OpenJobs, type QueuedJob } from './job-queue.js';
import { removeKept, retryKept, stateOf } from './kept-jobs.js';

const SCHEDULE_ATTEMPTS = 5;
const RECURRING = jobOptions(3, 5_000);
/** Milliseconds before the second attempt at what was asked for once. */
const FIRST_PAUSE = 500;

/** Milliseconds in which what runs may come to its end; what does not is begun anew by another node. */
const POLITE = 5_000;

/** Work that can wait, in BullMQ: kept in Redis where there is one, else in tables of its own in Postgres. */
@Injectable()
export class JobsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly recurring = new Map<string, RecurringJob>();
  private readonly handlers = new Map<string, (part: JobPart) => Promise<void>>();
  private readonly failures = new Map<string, (part: JobPart) => Promise<void>>();
  private readonly returns = new Map<string, (part: JobPart) => Promise<void>>();
  private readonly queues = new Set<QueueName>(['hearth']);
  private readonly open = new Map<QueueName, OpenJobs>();

  constructor(
    @Inject(REDIS) private readonly redis: RedisConnections | null,
    private readonly database: DatabaseUrl,
    private readonly config: AppConfig,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('jobs');
  }

  define(definition: RecurringJob): void {
    this.recurring.set(definition.name, definition);
  }

  handle<P>(job: Job<P>, { run, failed, retried }: JobHandler<P>): void {
    this.queues.add(job.queue);
    this.handlers.set(job.name, async ({ key, step, payload }) => {
      const rest = await run(job.payload.parse(payload));
      if (rest !== undefined) await this.add(job, { key, step: step + 1, payload: rest });
    });
    if (failed) this.failures.set(job.name, ({ payload }) => failed(job.payload.parse(payload)));
    if (retried) this.returns.set(job.name, ({ payload }) => retried(job.payload.parse(payload)));
  }

  /**
   * After the commit of what it belongs to.
   *
   * @param key names this piece of work: while it is remembered, the same again is not queued
   * @throws UNAVAILABLE while the broker is away
   */
  async enqueue<P>(job: Job<P>, key: string, payload: P): Promise<void> {
    await this.add(job, { key, step: 0, payload });
  }

  /**
   * The queues, each with the last jobs that were given up.
   *
   * @throws UNAVAILABLE while the broker is away
   */
  overview(most: number): Promise<JobQueueState[]> {
    return Promise.all([...this.open.keys()].map((name) => stateOf(name, this.queueOf(name), most)));
  }

  /** Begins a job anew that was given up; false where there is none. @throws UNAVAILABLE while the broker is away */
  async retry(name: QueueName, jobId: string): Promise<boolean> {
    return this.open.has(name) && retryKept(this.queueOf(name), jobId, (job) => this.tell(this.returns, job));
  }

  /** Lets go of a job that was given up; false where there is none. @throws UNAVAILABLE while the broker is away */
  async remove(name: QueueName, jobId: string): Promise<boolean> {
    return this.open.has(name) && removeKept(this.queueOf(name), jobId);
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const name of this.queues) this.open.set(name, this.begin(name));
    for (const job of this.recurring.values()) await this.schedule(job);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((jobs) => this.end(jobs)));
  }

  private async end({ worker, queue, release }: OpenJobs): Promise<void> {
    // A polite end would wait for a broker that is away, and nothing that runs could tell it its outcome. For a connection that ioredis is
    // about to make again it would wait for ever.
    await Promise.race([worker?.close(this.isAway()), sleep(POLITE, undefined, { ref: false })]);
    await queue.close();
    release();
  }

  private begin(name: QueueName): OpenJobs {
    const process = (job: QueuedJob) => this.run(job);
    const isLeftToOthers = this.config.role === 'web';
    const jobs = this.redis
      ? openOnRedis(name, this.redis, isLeftToOthers ? null : process)
      : openOnPostgres(name, this.database.value, process);
    const warn = (fault: Error) => this.logger.warn(fault.message);
    jobs.queue.on('error', warn);
    jobs.worker?.on('error', warn);
    jobs.worker?.on('failed', (job, fault) => {
      this.logger.error({ err: fault, job: job?.name }, 'job failed');
      if (job && isGivenUp(job, fault)) void this.giveUp(job);
    });
    return jobs;
  }

  private isAway(): boolean {
    return this.redis !== null && this.redis.commands.status !== 'ready';
  }

  /** @throws UNAVAILABLE while the broker is away */
  private queueOf(name: QueueName): JobQueue {
    const open = this.open.get(name);
    if (!open || this.isAway()) throw new ProblemError('UNAVAILABLE', { retryAfter: 5 });
    return open.queue;
  }

  private async add<P>({ name, attempts, queue }: Job<P>, part: JobPart): Promise<void> {
    await this.queueOf(queue).add(name, part, { ...jobOptions(attempts, FIRST_PAUSE), jobId: partId(name, part) });
  }

  /** Nodes that start at once may meet in the same rows. */
  private async schedule({ name, every }: RecurringJob): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.open.get('hearth')?.queue.upsertJobScheduler(name, { every }, { name, opts: RECURRING });
        return;
      } catch (fault) {
        // The next runs stand there already: another node has just put them there.
        if (codeOf(fault) === ErrorCode.SchedulerJobSlotsBusy) return;
        if (attempt === SCHEDULE_ATTEMPTS) throw fault;
        await sleep(attempt * 100);
      }
    }
  }

  private async run({ name, data }: QueuedJob): Promise<void> {
    // A name that nobody knows is a job of another version of Hearth: nobody is left who could do it.
    if (isPart(data)) await this.handlers.get(name)?.(data);
    else await this.recurring.get(name)?.run();
  }

  private async giveUp(job: QueuedJob): Promise<void> {
    try {
      await this.tell(this.failures, job);
    } catch (fault) {
      this.logger.error({ err: fault, job: job.name }, 'the end of a failed job could not be told');
    }
  }

  private async tell(listeners: typeof this.failures, { name, data }: QueuedJob): Promise<void> {
    if (isPart(data)) await listeners.get(name)?.(data);
  }
}

const isPart = (data: QueuedJob['data']): data is JobPart => 'key' in data;

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : undefined);
