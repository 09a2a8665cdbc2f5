import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { DatabaseAway } from './database-errors.js';
import { WorkerLeasesRepository } from './worker-leases.repository.js';

const LEASE_SECONDS = 60;
const RENEW_EVERY = 15_000;
/** This node stops before the database lets another node have the number. */
const SAFETY = 10_000;
const ACQUIRE_TRIES = 20;

/**
 * The worker number that this node puts into its snowflakes, leased in the database that all nodes share, so that no two nodes ever
 * have the same one. A lease that cannot be renewed in time is not used any longer; as soon as the database answers, a new one is taken.
 */
@Injectable()
export class WorkerLeases implements OnModuleInit, OnApplicationShutdown {
  private readonly holder = randomUUID();
  private number: number | null = null;
  private usableUntil = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: WorkerLeasesRepository,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('worker-leases');
  }

  async onModuleInit(): Promise<void> {
    await this.acquire();
    this.timer = setInterval(() => void this.renew(), RENEW_EVERY);
  }

  current(): number {
    if (this.number === null || performance.now() >= this.usableUntil)
      throw new DatabaseAway('no worker number is leased: the database did not answer in time');
    return this.number;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    if (this.number !== null) await this.repository.release(this.number, this.holder).catch(() => undefined);
  }

  private async acquire(): Promise<void> {
    for (let attempt = 0; attempt < ACQUIRE_TRIES; attempt += 1) {
      const asked = performance.now();
      const number = await this.repository.acquire(this.holder, LEASE_SECONDS);
      if (number !== null) {
        this.hold(number, asked);
        return;
      }
    }
    throw new Error('all 1,024 worker numbers are leased');
  }

  private async renew(): Promise<void> {
    try {
      const asked = performance.now();
      if (this.number !== null && (await this.repository.renew(this.number, this.holder, LEASE_SECONDS))) this.hold(this.number, asked);
      else await this.acquire();
    } catch (fault) {
      this.logger.warn(`the worker number could not be renewed: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }

  private hold(number: number, asked: number): void {
    this.number = number;
    this.usableUntil = asked + LEASE_SECONDS * 1_000 - SAFETY;
  }
}
