import { Injectable } from '@nestjs/common';
import { jobQueue, limits, type AdminAction, type JobQueue, type JobQueueState } from '@hearth/contract';
import type { Caller } from '../../http/caller.js';
import { ProblemError } from '../../http/problem.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { AdminLogService } from '../log/admin-log.service.js';

/** Work in the background, as those who run the installation see it: what it is about may be private, so its payload is not shown. */
@Injectable()
export class AdminJobsService {
  constructor(
    private readonly jobs: JobsService,
    private readonly log: AdminLogService,
  ) {}

  /** @throws UNAVAILABLE */
  async list(): Promise<JobQueueState[]> {
    const order = jobQueue.options;
    return (await this.jobs.overview(limits.failedJobs)).toSorted((one, other) => order.indexOf(one.queue) - order.indexOf(other.queue));
  }

  /** @throws NOT_FOUND for what was not given up, UNAVAILABLE */
  async retry(caller: Caller, queue: JobQueue, jobId: string): Promise<void> {
    await this.act(caller, 'JOB_RETRY', jobId, await this.jobs.retry(queue, jobId));
  }

  /** @throws NOT_FOUND for what was not given up, UNAVAILABLE */
  async remove(caller: Caller, queue: JobQueue, jobId: string): Promise<void> {
    await this.act(caller, 'JOB_DELETE', jobId, await this.jobs.remove(queue, jobId));
  }

  private async act(caller: Caller, action: AdminAction, target: string, isDone: boolean): Promise<void> {
    if (!isDone) throw new ProblemError('NOT_FOUND');
    await this.log.record(caller, { action, target });
  }
}
