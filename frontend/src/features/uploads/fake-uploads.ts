import type { ErrorCode } from '@hearth/contract';
import { ApiError, NetworkError } from '@/api';
import { FakeClock } from '@/api/fake-clock';
import type { Pixels } from './pixels';
import type { Upload } from './upload';
import { UploadQueue } from './upload-queue';
import type { Transfer, TransferEvents } from './upload-ports';

export const refusal = (code: ErrorCode, status: number, retryAfter?: number): ApiError =>
  new ApiError({
    ...{ type: 'about:blank', title: '', status, code, detail: code, requestId: 'r' },
    ...(retryAfter !== undefined && { retryAfter }),
  });

/** One transfer as the queue began it, moved by hand. */
export class FakeTransfer implements Transfer {
  readonly #settled = Promise.withResolvers<void>();
  readonly done = this.#settled.promise;
  isStopped = false;

  constructor(
    readonly upload: Upload & { file: Blob },
    private readonly events: TransferEvents,
  ) {}

  readonly stop = (): void => {
    this.isStopped = true;
  };

  locate(id: string): void {
    this.events.located(`/api/v1/files/${id}`);
  }

  progress(sent: number): void {
    this.events.progressed(sent);
  }

  end(): void {
    this.#settled.resolve();
  }

  fail(error: Error = new NetworkError('cut')): void {
    this.#settled.reject(error);
  }
}

/** Everything around a queue of uploads: time, network, server, storage and screen. */
export class UploadsWorld {
  readonly clock = new FakeClock();
  readonly transfers: FakeTransfer[] = [];
  /** What the server was told, and asked to forget. */
  readonly told: string[] = [];
  readonly givenUp: string[] = [];
  readonly kept = new Map<string, Upload>();
  readonly pixels = new Map<Blob, Pixels>();
  isOnline = true;
  tellFault: Error | null = null;
  shown: readonly Upload[] = [];
  #keys = 0;

  readonly queue = new UploadQueue({
    clock: this.clock,
    newKey: () => `${(this.#keys += 1)}`,
    transfer: (upload, events) => {
      const transfer = new FakeTransfer(upload, events);
      this.transfers.push(transfer);
      return transfer;
    },
    shrink: (file) => Promise.resolve(file.slice(0, file.size / 2)),
    measure: (file) => Promise.resolve(this.pixels.get(file)),
    tell: (fileId, { alt, spoiler }) => {
      this.told.push(`${fileId}: ${alt} ${spoiler}`);
      return this.tellFault ? Promise.reject(this.tellFault) : Promise.resolve();
    },
    giveUp: (url) => this.givenUp.push(url.split('/').at(-1) ?? ''),
    isOnline: () => this.isOnline,
    publish: (uploads) => (this.shown = uploads),
    closed: () => undefined,
    storage: {
      put: (upload) => this.kept.set(upload.key, upload),
      note: (upload) => this.kept.set(upload.key, upload),
      remove: (key) => this.kept.delete(key),
    },
  });

  add(...sizes: number[]): number {
    const files = sizes.map((size) => ({ file: new Blob(['x'.repeat(size)]), name: `${size}.bin`, isSmaller: false }));
    return this.queue.add('1', files);
  }

  settle(): Promise<void> {
    return this.clock.advance(0);
  }

  /** The newest transfer of an upload. */
  of(key: string): FakeTransfer {
    const found = this.transfers.findLast(({ upload }) => upload.key === key);
    if (!found) throw new Error(`Nothing of ${key} is on its way`);
    return found;
  }

  get states(): string[] {
    return this.shown.map(({ key, state }) => `${key}: ${state}`);
  }

  get begun(): string[] {
    return this.transfers.map(({ upload: { key, url } }) => (url === null ? key : `${key} at ${url.split('/').at(-1)}`));
  }
}
