import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { AppConfig } from '../../config/app-config.js';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FileNews } from '../file-news.js';
import type { ToolState } from '../media/ffmpeg/media-tools.js';
import { ProcessingService } from '../processing/processing.service.js';
import { FileStore, ORIGINAL } from '../storage/file-store.js';
import { Clamd, ClamdError } from './clamd.js';
import { ScanningRepository, type Quarantined } from './scanning.repository.js';

const job = defineJob('files:scan', z.object({ objectId: z.string() }), { queue: 'outside' });

const LOOK_EVERY = 30_000;
/** Milliseconds after which what still waits is queued once more: the scanner or the broker may have been away. */
const OVERDUE = 60_000;
const AT_ONCE = 100;

/** Looks into what was uploaded before anybody gets it, where there is a scanner. Without its word nothing goes on. */
@Injectable()
export class ScanningService implements OnModuleInit {
  private readonly clamd: Clamd | null;

  constructor(
    config: AppConfig,
    private readonly repository: ScanningRepository,
    private readonly store: FileStore,
    private readonly processing: ProcessingService,
    private readonly news: FileNews,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
    this.clamd = config.clamd ? new Clamd(config.clamd) : null;
  }

  onModuleInit(): void {
    this.jobs.handle(job, { run: async ({ objectId }) => void (await this.scan(objectId)) });
    // Also without a scanner: what waited for one that was taken away is let through.
    this.jobs.define({ name: 'files:unscanned', every: LOOK_EVERY, run: () => this.resume() });
  }

  get isOn(): boolean {
    return this.clamd !== null;
  }

  /** Once its bytes are in the store, and its row says that it waits. */
  begin(objectId: string): Promise<void> {
    return this.enqueue(objectId, objectId);
  }

  /** Null where none is asked for. */
  async state(): Promise<ToolState | null> {
    if (!this.clamd) return null;
    try {
      const [version] = (await this.clamd.version()).split('/');
      return { available: true, ...(version && { version }) };
    } catch (fault) {
      return { available: false, reason: fault instanceof Error ? fault.message : String(fault) };
    }
  }

  /** What waits too long is queued once more, under another key: what was tried in vain is remembered. */
  async resume(before = new Date(Date.now() - OVERDUE)): Promise<void> {
    const key = Date.now().toString(36);
    for (const id of await this.repository.waiting(before, AT_ONCE)) await this.enqueue(id, `${id}/${key}`);
  }

  private async enqueue(objectId: string, key: string): Promise<void> {
    try {
      await this.jobs.enqueue(job, key, { objectId });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'a file waits to be scanned until it is overdue');
    }
  }

  private async scan(objectId: string): Promise<void> {
    if (!(await this.repository.isWaiting(objectId))) return;
    const threat = await this.verdict(objectId);
    if (threat === undefined) return;
    if (threat === null) return this.pass(objectId);
    this.logger.warn({ objectId, threat }, 'a file is kept from everybody');
    // A copy that was made in the same moment is seen by the second look.
    for (let look = 0; look < 2; look += 1) await this.tell(await this.repository.quarantine(objectId, threat), threat);
  }

  /** Undefined while the scanner is away: the file waits for it. */
  private async verdict(objectId: string): Promise<string | null | undefined> {
    try {
      return await this.threatIn(objectId);
    } catch (fault) {
      if (!(fault instanceof ClamdError)) throw fault;
      this.logger.warn({ objectId }, `a file waits for the scanner: ${fault.message}`);
      return undefined;
    }
  }

  private async pass(objectId: string): Promise<void> {
    const kind = await this.repository.pass(objectId);
    await this.repository.pass(objectId);
    if (kind) await this.processing.begin(objectId, kind);
  }

  private async threatIn(objectId: string): Promise<string | null> {
    if (!this.clamd) return null;
    return this.clamd.scan(async () => {
      const object = await this.store.read(objectId, ORIGINAL);
      // It was deleted meanwhile, and so was its row.
      return object?.stream ?? Readable.from([]);
    });
  }

  private async tell(rows: Quarantined[], threat: string): Promise<void> {
    const sent = rows.flatMap(({ messageId, name }) => (messageId === null ? [] : [{ messageId, name, threat }]));
    if (sent.length > 0) await this.news.changed.tell(sent.map(({ messageId }) => messageId));
    for (const found of sent) await this.news.quarantined.tell(found);
  }
}
