import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { ProblemError } from '../../http/problem.js';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FileNews } from '../file-news.js';
import { MediaService } from '../media/media.service.js';
import type { ImageResult, MadeFile } from '../media/tasks.js';
import { FileStore, ORIGINAL } from '../storage/file-store.js';
import { ProcessingRepository, type Processed } from './processing.repository.js';

const job = defineJob('files:process', z.object({ objectId: z.string() }), { attempts: 4, queue: 'media' });

const LOOK_EVERY = 60_000;
/** Milliseconds after which what still waits is queued once more: the broker may have been away. */
const OVERDUE = 5 * 60_000;
const AT_ONCE = 100;

/** Makes ready what was uploaded, after its bytes are there and in no one's way. */
@Injectable()
export class ProcessingService implements OnModuleInit {
  constructor(
    private readonly repository: ProcessingRepository,
    private readonly store: FileStore,
    private readonly media: MediaService,
    private readonly news: FileNews,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  onModuleInit(): void {
    this.jobs.handle(job, {
      run: async ({ objectId }) => void (await this.process(objectId)),
      failed: ({ objectId }) => this.giveUp(objectId),
    });
    this.jobs.define({ name: 'files:overdue', every: LOOK_EVERY, run: () => this.resume() });
  }

  /** Once its bytes are in the store, and its row says that it waits. */
  async begin(objectId: string): Promise<void> {
    try {
      await this.jobs.enqueue(job, objectId, { objectId });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'a file waits for its processing until it is overdue');
    }
  }

  private async resume(): Promise<void> {
    for (const id of await this.repository.waiting(new Date(Date.now() - OVERDUE), AT_ONCE)) await this.begin(id);
  }

  /** Twice is as good as once: the same is made again, in the same place. */
  private async process(objectId: string): Promise<void> {
    if (!(await this.repository.isWaiting(objectId))) return;
    try {
      const processed = await this.makeImage(objectId);
      const messageIds = await this.repository.complete(objectId, processed);
      // A copy that was made in the same moment is seen by the second look.
      const later = messageIds && (await this.repository.complete(objectId, processed));
      if (messageIds) return await this.news.changed.tell([...messageIds, ...(later ?? [])]);
    } catch (fault) {
      if (fault instanceof ProblemError && fault.code === 'VALIDATION') return this.giveUp(objectId);
      if (await this.repository.isWaiting(objectId)) throw fault;
    }
    // It was deleted meanwhile, and what was made of it may have come after that.
    await this.store.remove(objectId);
  }

  private async giveUp(objectId: string): Promise<void> {
    await this.news.changed.tell(await this.repository.giveUp(objectId));
  }

  /** @throws VALIDATION for what is no image */
  private async makeImage(objectId: string): Promise<Processed> {
    const root = await mkdtemp(path.join(tmpdir(), 'hearth-media-'));
    try {
      const [source, folder] = [path.join(root, 'source'), path.join(root, 'made')];
      await mkdir(folder);
      await this.fetch(objectId, source);
      const result = await this.media.run({ kind: 'image', source, folder });
      for (const { name, bytes } of result.made)
        await this.store.write(objectId, name, { stream: createReadStream(path.join(folder, name)), bytes });
      return processedImage(result);
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  private async fetch(objectId: string, file: string): Promise<void> {
    const object = await this.store.read(objectId, ORIGINAL);
    if (!object) throw new ProblemError('VALIDATION', { detail: 'The file is gone' });
    await pipeline(object.stream, createWriteStream(file, { mode: 0o600 }));
  }
}

function processedImage({ made, width, height, animated, placeholder }: ImageResult): Processed {
  const variants = Object.fromEntries(made.map(({ name, ...variant }) => [name, variant]));
  const { contentType, bytes: size } = originalOf(made);
  return { contentType, size, variants, meta: { width, height, placeholder, ...(animated && { animated }) } };
}

function originalOf(made: MadeFile[]): MadeFile {
  const original = made.find(({ name }) => name === ORIGINAL);
  if (!original) throw new Error('nothing was made of the original');
  return original;
}
