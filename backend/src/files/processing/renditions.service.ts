import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { defineJob } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FileNews } from '../file-news.js';
import { Recordings } from '../media/ffmpeg/recordings.js';
import { Delay, Mishap, Refusal } from '../media/refusal.js';
import type { MadeFile } from '../media/tasks.js';
import { FileStore } from '../storage/file-store.js';
import { ProcessingRepository } from './processing.repository.js';
import { Workshop } from './workshop.js';

const job = defineJob('files:render', z.object({ objectId: z.string() }), { attempts: 4, queue: 'renditions' });

const RENDITIONS = ['video', 'audio'];

/** Videos and long sounds that play everywhere, made after all else is there: one at a time, since each takes minutes. */
@Injectable()
export class RenditionsService implements OnModuleInit {
  constructor(
    private readonly repository: ProcessingRepository,
    private readonly workshop: Workshop,
    private readonly recordings: Recordings,
    private readonly store: FileStore,
    private readonly news: FileNews,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  onModuleInit(): void {
    this.jobs.handle(job, { run: async ({ objectId }) => void (await this.render(objectId)) });
  }

  /** @throws UNAVAILABLE while the broker is away */
  async begin(objectId: string): Promise<void> {
    await this.jobs.enqueue(job, objectId, { objectId });
  }

  private async render(objectId: string): Promise<void> {
    const found = await this.repository.findWithout(objectId, RENDITIONS);
    // Whoever made it may have died before they told anybody.
    if (!found) return this.news.changed.tell(await this.repository.messagesOf(objectId));
    try {
      const { contentType, size: bytes } = found;
      const made = await this.workshop.take(objectId, async ({ source, folder }) => {
        const rendition = await this.recordings.render({ contentType, bytes, source, folder });
        if (rendition) await this.workshop.keep(objectId, folder, [rendition]);
        return rendition;
      });
      if (made) await this.add(objectId, made);
    } catch (fault) {
      if (!(fault instanceof Refusal) || (fault instanceof Mishap && !(fault instanceof Delay))) throw fault;
      // It can be played where its format is known, and saved everywhere.
      this.logger.info({ objectId, reason: fault.message }, 'a recording has no rendition');
    }
  }

  private async add(objectId: string, { name, ...kept }: MadeFile): Promise<void> {
    // A copy that was made in the same moment is seen by the second look.
    const messageIds = [...(await this.repository.add(objectId, name, kept)), ...(await this.repository.add(objectId, name, kept))];
    await this.news.changed.tell(messageIds);
    // It was deleted meanwhile, and what was made of it came after that.
    if (!(await this.repository.exists(objectId))) await this.store.remove(objectId);
  }
}
