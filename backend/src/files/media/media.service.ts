import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { MediaWorker } from './media-worker.js';
import { Mishap, Refusal } from './refusal.js';
import type {
  CoverTask,
  DocumentResult,
  DocumentTask,
  FrameTask,
  ImageResult,
  ImageTask,
  MediaResult,
  MediaTask,
  PictureResult,
  PictureTask,
  StillResult,
} from './tasks.js';

/** Processes at most: what is left of the processors is for messages. */
const WORKERS = 2;
/** Milliseconds for a task. */
const PATIENCE: Record<MediaTask['kind'], number> = { picture: 20_000, cover: 20_000, image: 60_000, frame: 30_000, document: 30_000 };
/** What its words are about. */
const PICTURE = 'picture';
const UNPROCESSED = 'could not be processed';
/** Milliseconds without a task after which a process is let go. */
const REST = 30_000;

/** Has media decoded and written anew by processes that may die of it. */
@Injectable()
export class MediaService implements BeforeApplicationShutdown {
  private readonly resting: { worker: MediaWorker; timer: NodeJS.Timeout }[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly working = new Set<MediaWorker>();
  private free = WORKERS;

  constructor(private readonly logger: PinoLogger) {
    logger.setContext('files');
  }

  /** @throws Refusal for what cannot be read, Mishap when its process dies or takes too long */
  run(task: PictureTask | CoverTask): Promise<PictureResult>;
  run(task: ImageTask): Promise<ImageResult>;
  run(task: FrameTask): Promise<StillResult>;
  run(task: DocumentTask): Promise<DocumentResult>;
  async run(task: MediaTask): Promise<MediaResult> {
    await this.turn();
    try {
      return await this.runNow(task);
    } finally {
      this.free += 1;
      this.waiting.shift()?.();
    }
  }

  beforeApplicationShutdown(): void {
    for (const { worker, timer } of this.resting.splice(0)) {
      clearTimeout(timer);
      worker.end();
    }
    for (const worker of this.working) worker.end();
  }

  private async turn(): Promise<void> {
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.free -= 1;
  }

  private async runNow(task: MediaTask): Promise<MediaResult> {
    const worker = this.take();
    this.working.add(worker);
    try {
      const answer = await worker.run(task, PATIENCE[task.kind]);
      if ('result' in answer) return answer.result;
      if ('refused' in answer) throw new Refusal(answer.refused, PICTURE);
      this.logger.error({ fault: answer.fault }, 'a file could not be processed');
    } catch (fault) {
      if (fault instanceof Refusal) throw fault;
      this.logger.warn({ err: fault }, 'a file was too much for a process');
      throw new Mishap(UNPROCESSED, PICTURE);
    } finally {
      this.working.delete(worker);
      this.rest(worker);
    }
    throw new Refusal(UNPROCESSED, PICTURE);
  }

  private take(): MediaWorker {
    const { worker, timer } = this.resting.pop() ?? {};
    clearTimeout(timer);
    return worker?.isAlive ? worker : new MediaWorker();
  }

  private rest(worker: MediaWorker): void {
    if (!worker.isAlive) return;
    const timer = setTimeout(() => {
      this.resting.splice(
        this.resting.findIndex((one) => one.worker === worker),
        1,
      );
      worker.end();
    }, REST);
    this.resting.push({ worker, timer: timer.unref() });
  }
}
