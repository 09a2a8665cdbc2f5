import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppConfig } from '../config/app-config.js';

/** Milliseconds between two looks. */
const EVERY = 1_000;

/** Does what has come due and resolves with true where more may wait. Claims it by a statement, since every node looks. */
type Look = () => Promise<boolean>;

/** What happens at a time that somebody chose: each node looks once a second, which is one statement where nothing is due.
 * A node of the role `web` leaves it to others. */
@Injectable()
export class DueWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looks: Look[] = [];
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: AppConfig,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('jobs');
  }

  watch(look: Look): void {
    this.looks.push(look);
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web') this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    while (await this.pause()) await Promise.all(this.looks.map((look) => this.doAll(look)));
  }

  /** False when the node ends. */
  private pause(): Promise<boolean> {
    return sleep(EVERY, true, { signal: this.ending.signal, ref: false }).catch(() => false);
  }

  private async doAll(look: Look): Promise<void> {
    try {
      while (!this.ending.signal.aborted && (await look()));
    } catch (fault) {
      // The database may be away: the next look finds what this one did not do.
      this.logger.warn({ err: fault }, 'what is due could not be done');
    }
  }
}
