import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { idAt } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { JobsService } from '../jobs/jobs.service.js';
import { MessagesService } from '../messages/messages.service.js';
import { IndexRepository } from './index.repository.js';

const PAUSE = 250;
const BATCH = 250;
/** Beyond this many the sweep finds what was not kept. */
const MAX_WAITING = 20_000;
/** Indexing takes at most a quarter of one processor from those who write. */
const REST = 3;

const DAY = 24 * 3_600_000;
const SWEEP_EVERY = 10_000;
/** How long a part of the sweep may go on. */
const SWEEP_FOR = 7_000;
const SWEEP_BATCH = 1_000;
/** Later than this after its id was made, no message is stored. */
const SETTLED = 120_000;
/** What is younger waits for the node that stored it. */
const FRESH = 5_000;
/** How far ahead a new segment begins, so that no node has given out its first id yet. */
const AHEAD = 60_000;

/**
 * Fills the index after messages are stored, so that nobody waits for it: each node what it stored, in small batches; what it left when
 * it ended, and what changes without news, any node by a sweep.
 */
@Injectable()
export class SearchIndexer implements OnModuleInit, BeforeApplicationShutdown {
  private waiting = new Set<string>();
  private running: Promise<void> | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly repository: IndexRepository,
    private readonly messages: MessagesService,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('search');
  }

  onModuleInit(): void {
    this.messages.news.onStored((messages) => this.add(messages.map(({ id }) => id)));
    this.messages.news.onRevised(({ id }) => this.add([id]));
    this.jobs.define({ name: 'sweep-search-index', every: SWEEP_EVERY, run: () => this.sweep() });
    this.jobs.define({ name: 'forget-search-words', every: DAY, run: () => this.repository.forgetWords() });
  }

  /** Until everything that is waiting now is in the index. */
  async settle(): Promise<void> {
    while (this.running) await this.running;
  }

  /** Indexes what was left out, from where the last sweep ended. */
  async sweep(): Promise<void> {
    const until = Date.now() + SWEEP_FOR;
    await this.repository.extendSegments(idAt(Date.now() + AHEAD));
    while (Date.now() < until && !this.ending.signal.aborted && (await this.takeBacklog())) continue;
    while (Date.now() < until && !this.ending.signal.aborted && (await this.sweepPart())) continue;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private add(messageIds: string[]): void {
    if (this.ending.signal.aborted) return;
    for (const id of messageIds) if (this.waiting.size < MAX_WAITING) this.waiting.add(id);
    this.running ??= this.run().finally(() => (this.running = undefined));
  }

  private async run(): Promise<void> {
    let pause = PAUSE;
    while (this.waiting.size > 0 && !this.ending.signal.aborted) {
      await this.rest(pause);
      const start = performance.now();
      await this.indexWaiting();
      pause = Math.max(PAUSE, (performance.now() - start) * REST);
    }
  }

  private async indexWaiting(): Promise<void> {
    const batch = [...this.waiting].slice(0, BATCH);
    for (const id of batch) this.waiting.delete(id);
    try {
      await this.repository.index(batch);
    } catch (fault) {
      this.logger.warn({ err: fault, size: batch.length }, 'messages could not be indexed; the sweep tries again');
    }
  }

  /** Ends at once when the node does. */
  private async rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }

  /** Whether there may be more. */
  private async takeBacklog(): Promise<boolean> {
    const entries = await this.repository.backlog(SWEEP_BATCH);
    if (entries.length === 0) return false;
    await this.repository.index(entries.map(({ message_id }) => message_id));
    await this.repository.clearBacklog(entries);
    return entries.length === SWEEP_BATCH;
  }

  private async sweepPart(): Promise<boolean> {
    const from = await this.repository.sweptTo();
    if (from === null) return false;
    const now = Date.now();
    const missing = await this.repository.missing(from, idAt(now - FRESH), SWEEP_BATCH);
    if (missing.length > 0) await this.repository.index(missing);
    const isWhole = missing.length < SWEEP_BATCH;
    const settled = idAt(now - SETTLED);
    const last = missing.at(-1) ?? '0';
    // What is younger is looked at once more: a message with a smaller id may still be on its way.
    await this.repository.setSweptTo(isWhole || BigInt(last) > BigInt(settled) ? settled : last);
    return !isWhole;
  }
}
