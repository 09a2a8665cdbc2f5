import { createPostgresBackend, Queue, UnrecoverableError, withBackend, Worker } from 'bullmq';
import type { RedisConnections } from '../cluster/redis-connections.js';
import type { JobPart, QueueName } from './job.js';

const KEPT = 100;
/** Many parts wait for the database: they need not wait for each other. What keeps processors busy does. */
const CONCURRENCY: Record<QueueName, number> = { hearth: 4, outside: 4, media: 4, recordings: 2, renditions: 1 };

/** Milliseconds after which a node that was not heard of is taken for dead, and how often what it had begun is looked for. */
const DEAD_AFTER = 15_000;
const LOOK_EVERY = 5_000;
/** How many nodes may die over one job before it is given up. */
const DEATHS = 5;

const workOf = (name: QueueName) => ({
  concurrency: CONCURRENCY[name],
  lockDuration: DEAD_AFTER,
  stalledInterval: LOOK_EVERY,
  maxStalledCount: DEATHS,
});

export interface JobOptions {
  attempts: number;
  backoff: { type: 'exponential'; delay: number };
  removeOnComplete: number;
  removeOnFail: number;
}

/** @param delay milliseconds before the second attempt, doubled before each that follows */
export const jobOptions = (attempts: number, delay: number): JobOptions => ({
  attempts,
  backoff: { type: 'exponential', delay },
  removeOnComplete: KEPT,
  removeOnFail: KEPT,
});

/** What a worker hands over: of a recurring job `data` is empty. */
export interface QueuedJob {
  name: string;
  data: JobPart | Record<string, never>;
}

type FailedJob = QueuedJob & { attemptsMade: number; opts: { attempts?: number } };

/** Nobody tries it any more: it failed as often as it may, or too many nodes died over it. */
export const isGivenUp = ({ attemptsMade, opts }: FailedJob, fault: Error): boolean =>
  attemptsMade >= (opts.attempts ?? 1) || fault.name === UnrecoverableError.name;

/** What the queue knows of a job besides. */
export interface KeptJob extends QueuedJob {
  id?: string | undefined;
  failedReason: string;
  attemptsMade: number;
  /** Unix time in milliseconds. */
  finishedOn?: number | undefined;
  isFailed(): Promise<boolean>;
  retry(state: 'failed', options: { resetAttemptsMade: boolean; resetAttemptsStarted: boolean }): Promise<void>;
  remove(): Promise<void>;
}

type JobState = 'waiting' | 'active' | 'delayed' | 'failed';

/** What both of BullMQ's backends have in common, whose own types tell them apart. */
export interface JobQueue {
  add(name: string, data: JobPart, options: JobOptions & { jobId: string }): Promise<unknown>;
  upsertJobScheduler(id: string, repeat: { every: number }, template: { name: string; opts: JobOptions }): Promise<unknown>;
  getJobCounts(...states: JobState[]): Promise<Partial<Record<string, number>>>;
  /** The last ones first. */
  getFailed(first: number, last: number): Promise<KeptJob[]>;
  getJob(id: string): Promise<KeptJob | undefined>;
  on(event: 'error', listener: (fault: Error) => void): unknown;
  close(): Promise<void>;
}

interface JobWorker {
  on(event: 'error', listener: (fault: Error) => void): unknown;
  on(event: 'failed', listener: (job: FailedJob | undefined, fault: Error) => void): unknown;
  close(force: boolean): Promise<void>;
}

export interface OpenJobs {
  queue: JobQueue;
  /** Null where others do the work. */
  worker: JobWorker | null;
  release: () => void;
}

type Processor = (job: QueuedJob) => Promise<void>;

/** @param process null: jobs are added and left to others */
export function openOnRedis(name: QueueName, redis: RedisConnections, process: Processor | null): OpenJobs {
  const prefix = 'hearth:jobs';
  const connections = [redis.connect(), ...(process ? [redis.connect()] : [])] as const;
  const [adding, working] = connections;
  return {
    queue: new Queue<QueuedJob['data']>(name, { connection: adding, prefix }),
    worker: working && process ? new Worker(name, process, { connection: working, prefix, ...workOf(name) }) : null,
    release: () => connections.forEach((connection) => connection.disconnect()),
  };
}

/** In tables of their own. */
export function openOnPostgres(name: QueueName, connectionString: string, process: Processor): OpenJobs {
  const bound = withBackend(createPostgresBackend);
  const connection = { connectionString, max: 3, migrate: true };
  return {
    queue: new bound.Queue<QueuedJob['data']>(name, { connection }),
    worker: new bound.Worker(name, process, { connection, ...workOf(name) }),
    release: () => undefined,
  };
}
