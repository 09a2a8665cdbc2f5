import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Lock, Locker } from '@tus/server';
import { Bus } from '../../cluster/bus.js';
import { ProblemError } from '../../http/problem.js';
import { UploadsRepository } from './uploads.repository.js';

/** Seconds for which a node that died holds an upload. */
const LEASE = 10;
const RENEWED_EVERY = 3_000;
/** Milliseconds for which somebody waits: a little longer than a dead node holds it. */
const PATIENCE = 15_000;
const PAUSE = 100;

interface Holder {
  lease: string;
  /** Asks it to end; what has arrived is kept. */
  askToEnd: () => void;
  ended: Promise<void>;
}

/**
 * One at a time writes an upload: in this process by what stands here, among nodes by a lease in its row. Whoever comes makes the one before
 * end, also on another node: that one is the same person, whose connection broke.
 */
@Injectable()
export class UploadLocker implements Locker, OnModuleInit {
  readonly holders = new Map<string, Holder>();

  constructor(
    readonly repository: UploadsRepository,
    readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.bus.subscribe('upload:wanted', ({ fileId, lease }) => {
      const holder = this.holders.get(fileId);
      if (holder && holder.lease !== lease) holder.askToEnd();
    });
  }

  newLock(id: string): Lock {
    return new UploadLock(id, this);
  }
}

class UploadLock implements Lock {
  private readonly lease = randomUUID();
  private renewal: NodeJS.Timeout | undefined;
  private tellEnded: () => void = () => undefined;

  constructor(
    private readonly id: string,
    private readonly locker: UploadLocker,
  ) {}

  async lock(signal: AbortSignal, askToEnd: () => Promise<void> | void): Promise<void> {
    const until = Date.now() + PATIENCE;
    await this.waitHere(until, signal);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    this.tellEnded = resolve;
    this.locker.holders.set(this.id, { lease: this.lease, askToEnd: () => void askToEnd(), ended });
    try {
      await this.waitElsewhere(until, signal);
    } catch (fault) {
      this.leave();
      throw fault;
    }
    this.renewal = setInterval(() => void this.take().catch(() => false), RENEWED_EVERY).unref();
  }

  async unlock(): Promise<void> {
    clearInterval(this.renewal);
    try {
      await this.locker.repository.release(this.id, this.lease);
    } finally {
      this.leave();
    }
  }

  private async waitHere(until: number, signal: AbortSignal): Promise<void> {
    for (let holder = this.holder; holder; holder = this.holder) {
      requirePatience(until, signal);
      holder.askToEnd();
      await Promise.race([holder.ended, sleep(until - Date.now(), undefined, { ref: false })]);
    }
  }

  private async waitElsewhere(until: number, signal: AbortSignal): Promise<void> {
    let isAsked = false;
    while (!(await this.take())) {
      requirePatience(until, signal);
      if (!isAsked) await this.locker.bus.publish('upload:wanted', { fileId: this.id, lease: this.lease });
      isAsked = true;
      await sleep(PAUSE);
    }
  }

  private take(): Promise<boolean> {
    return this.locker.repository.lease(this.id, this.lease, LEASE);
  }

  private get holder(): Holder | undefined {
    return this.locker.holders.get(this.id);
  }

  private leave(): void {
    this.locker.holders.delete(this.id);
    this.tellEnded();
  }
}

function requirePatience(until: number, signal: AbortSignal): void {
  if (signal.aborted || Date.now() >= until)
    throw new ProblemError('UNAVAILABLE', { detail: 'Another connection writes this upload', retryAfter: 1 });
}
