import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { AttachmentKind } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import * as z from 'zod';
import { defineJob, type Job } from '../../jobs/job.js';
import { JobsService } from '../../jobs/jobs.service.js';
import { FileNews } from '../file-news.js';
import { Mishap, Refusal } from '../media/refusal.js';
import { FileStore, ORIGINAL } from '../storage/file-store.js';
import { kindOf } from '../uploads/content-type.js';
import { DocumentMaker } from './makers/document-maker.js';
import { ImageMaker } from './makers/image-maker.js';
import { RecordingMaker } from './makers/recording-maker.js';
import { ProcessingRepository, type Processed, type WaitingObject } from './processing.repository.js';
import { RenditionsService } from './renditions.service.js';
import { AS_IT_IS, type Made, type Maker } from './work.js';
import { Workshop } from './workshop.js';

const payload = z.object({ objectId: z.string() });
type Payload = z.infer<typeof payload>;

const still = defineJob('files:process', payload, { attempts: 4, queue: 'media' });
/** A sound is played from beginning to end: no picture waits for that. */
const recording = defineJob('files:process-recording', payload, { attempts: 4, queue: 'recordings' });
const jobOf = (kind: AttachmentKind): Job<Payload> => (kind === 'video' || kind === 'audio' ? recording : still);

const PDF = 'application/pdf';

const LOOK_EVERY = 60_000;
/** Milliseconds after which what still waits is queued once more: the broker may have been away. */
const OVERDUE = 5 * 60_000;
const AT_ONCE = 100;
const HOUR = 3_600_000;

/** Makes ready what was uploaded, after its bytes are there and in no one's way. */
@Injectable()
export class ProcessingService implements OnModuleInit {
  constructor(
    private readonly repository: ProcessingRepository,
    private readonly store: FileStore,
    private readonly workshop: Workshop,
    private readonly images: ImageMaker,
    private readonly recordings: RecordingMaker,
    private readonly documents: DocumentMaker,
    private readonly renditions: RenditionsService,
    private readonly news: FileNews,
    private readonly jobs: JobsService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  onModuleInit(): void {
    for (const job of [still, recording])
      this.jobs.handle(job, {
        run: async ({ objectId }) => void (await this.process(objectId)),
        failed: ({ objectId }) => this.giveUp(objectId),
        retried: ({ objectId }) => this.takeUp(objectId),
      });
    this.jobs.define({ name: 'files:overdue', every: LOOK_EVERY, run: () => this.resume() });
  }

  /** Whether something is done with such a file before anybody gets it. */
  isFor(kind: AttachmentKind, contentType: string): boolean {
    return this.makerOf(kind, contentType) !== null;
  }

  /** Once its bytes are in the store, and its row says that it waits. */
  begin(objectId: string, kind: AttachmentKind): Promise<void> {
    return this.enqueue(objectId, kind, objectId);
  }

  /** Under another key in each hour: what was tried in vain is remembered, and what waits long need not stand in the queue often. */
  private async resume(): Promise<void> {
    const now = Date.now();
    const overdue = await this.repository.waiting(new Date(now - OVERDUE), AT_ONCE);
    for (const { id, kind } of overdue) await this.enqueue(id, kind, `${id}/${Math.floor(now / HOUR)}`);
  }

  private async enqueue(objectId: string, kind: AttachmentKind, key: string): Promise<void> {
    try {
      await this.jobs.enqueue(jobOf(kind), key, { objectId });
    } catch (fault) {
      this.logger.warn({ err: fault }, 'a file waits for its processing until it is overdue');
    }
  }

  /** Every object comes this way. Twice is as good as once: the same is made again, in the same place. */
  private async process(objectId: string): Promise<void> {
    const object = await this.repository.find(objectId);
    // Whoever made it ready may have died before they told anybody.
    if (!object) return this.news.changed.tell(await this.repository.messagesOf(objectId));
    try {
      const made = await this.make(objectId, object);
      if (made) await this.complete(objectId, object, made);
    } catch (fault) {
      if (fault instanceof Refusal && !(fault instanceof Mishap)) return this.giveUp(objectId);
      if (await this.repository.find(objectId)) throw fault;
    }
    // It was deleted meanwhile, and what was made of it may have come after that.
    if (!(await this.repository.exists(objectId))) await this.store.remove(objectId);
  }

  private async complete(objectId: string, object: WaitingObject, made: Made): Promise<void> {
    // Before it is ready, so that a crash in between does both again.
    if (made.needsRendition) await this.renditions.begin(objectId);
    const processed = processedOf(made, object);
    // A copy that was made in the same moment is seen by the second look.
    const messageIds = [...(await this.repository.complete(objectId, processed)), ...(await this.repository.complete(objectId, processed))];
    await this.news.changed.tell(messageIds);
  }

  private async giveUp(objectId: string): Promise<void> {
    await this.news.changed.tell(await this.repository.giveUp(objectId));
  }

  private async takeUp(objectId: string): Promise<void> {
    const contentType = await this.repository.givenUp(objectId);
    if (contentType !== null) await this.news.changed.tell(await this.repository.takeUp(objectId, kindOf(contentType)));
  }

  /** Null when somebody else did it meanwhile, or it is gone. @throws Refusal for what can only be saved as it came */
  private async make(objectId: string, { kind, contentType, size: bytes }: WaitingObject): Promise<Made | null> {
    const maker = this.makerOf(kind, contentType);
    if (!maker) return AS_IT_IS;
    return this.workshop.take(objectId, async ({ source, folder }) => {
      const made = await maker.make({ kind, contentType, bytes, source, folder });
      if (!(await this.repository.find(objectId))) return null;
      await this.workshop.keep(objectId, folder, made.files);
      return made;
    });
  }

  /** Null for what is shown as it came. */
  private makerOf(kind: AttachmentKind, contentType: string): Maker | null {
    if (kind === 'image') return this.images;
    if (kind === 'video' || kind === 'audio') return this.recordings;
    return contentType === PDF ? this.documents : null;
  }
}

function processedOf({ files, meta, contentType }: Made, brought: WaitingObject): Processed {
  const variants = Object.fromEntries(files.map(({ name, ...variant }) => [name, variant]));
  const kept = variants[ORIGINAL] ?? { contentType: brought.contentType, bytes: brought.size };
  const original = { ...kept, ...(contentType && { contentType }) };
  return { contentType: original.contentType, size: original.bytes, variants: { ...variants, [ORIGINAL]: original }, meta };
}
