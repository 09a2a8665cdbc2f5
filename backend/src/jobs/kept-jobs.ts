import type { FailedJob, JobQueueState } from '@hearth/contract';
import type { JobQueue, KeptJob } from './job-queue.js';
import type { QueueName } from './job.js';

/** Characters of what went wrong that are shown. */
const REASON = 500;
const ANEW = { resetAttemptsMade: true, resetAttemptsStarted: true };

/** @param most of those that were given up, the last ones */
export async function stateOf(name: QueueName, queue: JobQueue, most: number): Promise<JobQueueState> {
  const [counts, lastFailed] = await Promise.all([
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    queue.getFailed(0, most - 1),
  ]);
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts;
  return { queue: name, waiting, active, delayed, failed, lastFailed: lastFailed.map(present) };
}

/** False for what was not given up. @param prepare before anybody may begin it */
export async function retryKept(queue: JobQueue, id: string, prepare: (job: KeptJob) => Promise<void>): Promise<boolean> {
  const job = await failedIn(queue, id);
  if (job) await prepare(job);
  await job?.retry('failed', ANEW);
  return job !== null;
}

/** False for what was not given up. */
export async function removeKept(queue: JobQueue, id: string): Promise<boolean> {
  const job = await failedIn(queue, id);
  await job?.remove();
  return job !== null;
}

async function failedIn(queue: JobQueue, id: string): Promise<KeptJob | null> {
  const job = await queue.getJob(id);
  return job && (await job.isFailed()) ? job : null;
}

const present = ({ id = '', name, data, failedReason, attemptsMade, finishedOn }: KeptJob): FailedJob => ({
  id,
  name,
  key: 'key' in data ? data.key : null,
  reason: failedReason.slice(0, REASON),
  attempts: attemptsMade,
  failedAt: finishedOn === undefined ? null : new Date(finishedOn).toISOString(),
});
