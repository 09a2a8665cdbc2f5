import type * as z from 'zod';

/** Work that comes back. */
export interface RecurringJob {
  name: string;
  /** Milliseconds between runs, each on one node of all. */
  every: number;
  run: () => Promise<void>;
}

/** A kind of work that is done once for each `enqueue`, on any node. Made by `defineJob`, so that both ends agree on the payload. */
export interface Job<P> {
  name: string;
  payload: z.ZodType<P>;
  /** How often a part is tried, with growing pauses. */
  attempts: number;
  queue: QueueName;
}

/**
 * So that no other work waits for them: `outside`, what waits for strangers' machines; `media`, what takes a processor for seconds; `recordings`,
 * what plays a sound or opens a video; `renditions`, what takes minutes.
 */
export type QueueName = 'hearth' | 'outside' | 'media' | 'recordings' | 'renditions';

interface JobSettings {
  /** Eight end after a minute. */
  attempts?: number;
  queue?: QueueName;
}

export interface JobHandler<P> {
  /**
   * Does a part that takes seconds at most, so that a node can end in between, and answers with what remains. A part that fails is tried
   * again, and one whose node died is done again: twice must be as good as once.
   */
  run: (payload: P) => Promise<P | undefined>;
  /** Nobody tries this part any more. */
  failed?: (payload: P) => Promise<void>;
  /** An admin wants it tried again after all: before it is. */
  retried?: (payload: P) => Promise<void>;
}

export const defineJob = <P>(name: string, payload: z.ZodType<P>, { attempts = 8, queue = 'hearth' }: JobSettings = {}): Job<P> => ({
  name,
  payload,
  attempts,
  queue,
});

/** What the queue keeps of one part of a job. */
export interface JobPart {
  key: string;
  step: number;
  payload: unknown;
}

/** The same part of the same work is queued once. BullMQ wants no colons. */
export const partId = (name: string, { key, step }: JobPart): string => `${name}/${key}/${step}`.replaceAll(':', '/');
