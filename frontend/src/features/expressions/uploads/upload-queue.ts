import { type Clock, hasCode } from '@/api';

/** `naming` waits for somebody to be content with its name; `waiting` for its turn. */
export type UploadState = 'naming' | 'waiting' | 'uploading' | 'done' | 'failed';

export interface Upload {
  id: number;
  file: File;
  name: string;
  state: UploadState;
  /** Why it failed. */
  fault?: unknown;
}

export interface UploadQueueView {
  uploads: readonly Upload[];
  /** The server takes no more for a moment; then it goes on by itself. */
  isPausing: boolean;
}

export interface UploadQueuePorts {
  clock: Clock;
  upload: (file: File, name: string) => Promise<void>;
}

/** Milliseconds, where the server does not say how long. */
const PAUSE = 5_000;

/** Files on their way to the server, one after the other. Leaving the page on which they are seen does not stop them. */
export class UploadQueue {
  #view: UploadQueueView = { uploads: [], isPausing: false };
  #lastId = 0;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly ports: UploadQueuePorts) {}

  readonly view = (): UploadQueueView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What came before and is over makes room, unless something is still to be done about it. */
  add(added: readonly Pick<Upload, 'file' | 'name' | 'state' | 'fault'>[]): void {
    const isOver = this.#view.uploads.every(({ state }) => state === 'done');
    const uploads = added.map((upload) => ({ ...upload, id: (this.#lastId += 1) }));
    this.#show({ uploads: isOver ? uploads : [...this.#view.uploads, ...uploads] });
    this.#next();
  }

  rename(id: number, name: string): void {
    this.#change(id, { name });
  }

  /** Sends what waits for its name, or failed before. */
  start(...ids: number[]): void {
    const isStopped = ({ id, state }: Upload) => ids.includes(id) && (state === 'naming' || state === 'failed');
    this.#show({ uploads: this.#view.uploads.map((upload) => (isStopped(upload) ? waiting(upload) : upload)) });
    this.#next();
  }

  remove(id: number): void {
    this.#show({ uploads: this.#view.uploads.filter((upload) => upload.id !== id || upload.state === 'uploading') });
  }

  /** What is over, well or not. */
  clear(): void {
    this.#show({ uploads: this.#view.uploads.filter(({ state }) => state !== 'done' && state !== 'failed') });
  }

  #next(): void {
    const { uploads, isPausing } = this.#view;
    if (isPausing || uploads.some(({ state }) => state === 'uploading')) return;
    const next = uploads.find(({ state }) => state === 'waiting');
    if (!next) return;
    this.#change(next.id, { state: 'uploading' });
    void this.ports
      .upload(next.file, next.name.trim())
      .then(
        () => this.#change(next.id, { state: 'done' }),
        (fault: unknown) => this.#failed(next.id, fault),
      )
      .then(() => this.#next());
  }

  #failed(id: number, fault: unknown): void {
    if (hasCode(fault, 'RATE_LIMITED')) return this.#pause(id, fault.problem.retryAfter);
    this.#change(id, { state: 'failed', fault });
    // What was true of this one is true of all that come after it.
    if (hasCode(fault, 'LIMIT_REACHED', 'MISSING_PERMISSION', 'SESSION_ENDED'))
      this.#show({
        uploads: this.#view.uploads.map((upload) => (upload.state === 'waiting' ? { ...upload, state: 'failed', fault } : upload)),
      });
  }

  #pause(id: number, seconds: number | undefined): void {
    this.#change(id, { state: 'waiting' });
    this.#show({ isPausing: true });
    this.ports.clock.after(seconds === undefined ? PAUSE : seconds * 1_000, () => {
      this.#show({ isPausing: false });
      this.#next();
    });
  }

  #change(id: number, fields: Partial<Upload>): void {
    this.#show({ uploads: this.#view.uploads.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)) });
  }

  #show(fields: Partial<UploadQueueView>): void {
    this.#view = { ...this.#view, ...fields };
    for (const listener of this.#listeners) listener();
  }
}

const waiting = ({ id, file, name }: Upload): Upload => ({ id, file, name, state: 'waiting' });
