import { limits, type Problem } from '@hearth/contract';
import { ApiError, hasCode } from '@/api';
import { GoneError, UnreadableError } from './faults';
import { Pace } from './pace';
import { Retries } from './retries';
import { bytesOf, fileIdOf, isTold, liesIn, type FileWords, type Upload, type UploadFault } from './upload';
import { UploadList } from './upload-list';
import type { NewFile, UploadPorts } from './upload-ports';

const AT_ONCE = 3;
/** How often the server may fail without a byte that gets through. */
const TRIES = 8;
/** Milliseconds between two looks at how far it is. */
const EVERY = 200;

interface Run {
  stop: () => void;
}

/** Files on their way to the server, some at a time. What is cut goes on where it stood; what the server refuses says why. */
export class UploadQueue {
  readonly #list: UploadList;
  readonly #retries: Retries;
  readonly #runs = new Map<string, Run>();
  /** The smallest file that the server called too large, and what it said. */
  #tooLarge: { bytes: number; problem: Problem } | null = null;

  constructor(private readonly ports: UploadPorts) {
    this.#list = new UploadList(ports.publish);
    this.#retries = new Retries(ports.clock, () => this.#next());
  }

  /** @returns how many of them are more than a message may have. @param trayId where they lie, if not beside the field of the channel */
  add(channelId: string, files: readonly NewFile[], trayId?: string): number {
    const held = this.#list.all.filter(liesIn(trayId ?? channelId)).length;
    const room = Math.max(0, limits.attachments - held);
    const made = files.slice(0, room).map((file) => ({ ...this.#made(channelId, file), trayId }));
    this.#list.set([...this.#list.all, ...made]);
    this.#begin(made);
    return Math.max(0, files.length - room);
  }

  /** What was left by a page that is gone. */
  adopt(uploads: readonly Upload[]): void {
    const known = new Set(this.#list.all.map(({ key }) => key));
    const left = uploads.filter(({ key }) => !known.has(key));
    this.#list.set([...left, ...this.#list.all]);
    this.#begin(left);
  }

  /** The message is written: what lies beside it goes with it. */
  assign(keys: readonly string[], nonce: string): void {
    this.#list.set(this.#list.all.map((upload) => (keys.includes(upload.key) ? { ...upload, nonce } : upload)));
    for (const upload of this.#list.of(nonce)) if (upload.state !== 'done') this.ports.storage.put(upload);
  }

  /** The message is written anew: its files lie beside it again. */
  release(nonce: string): void {
    for (const { key } of this.#list.of(nonce)) this.ports.storage.remove(key);
    this.#list.set(this.#list.all.map((upload) => (upload.nonce === nonce ? { ...upload, nonce: null } : upload)));
  }

  /** The message is sent: what it needed is not needed any more. */
  forget(nonce: string): void {
    this.letGo(this.#list.of(nonce).map(({ key }) => key));
  }

  /** They are sent: what was needed for that is not needed any more. */
  letGo(keys: readonly string[]): void {
    for (const key of keys) this.#drop(key);
  }

  describe(key: string, words: Partial<FileWords>): void {
    this.#list.change(key, words);
    const upload = this.#list.find(key);
    if (upload?.state === 'done' && !isTold(upload)) this.#wait(key);
  }

  /** As it was chosen, or with fewer pixels: what was sent of the other one is of no use. */
  resize(key: string, isSmaller: boolean): void {
    const upload = this.#list.find(key);
    if (!upload || upload.isSmaller === isSmaller) return;
    this.#giveUp(upload);
    this.#list.change(key, { ...unsent, isSmaller, file: isSmaller ? null : upload.original });
    this.#wait(key);
  }

  pause(key: string): void {
    const upload = this.#list.find(key);
    if (upload?.state !== 'waiting' && upload?.state !== 'sending') return;
    this.#stop(key);
    this.#list.change(key, { state: 'paused', rate: null });
    this.#next();
  }

  /** Goes on with what was paused, or failed. */
  resume(key: string): void {
    const upload = this.#list.find(key);
    if (upload?.state !== 'paused' && upload?.state !== 'failed') return;
    this.#retries.forget(key);
    this.#wait(key);
  }

  /** The server does not have them any more: all of them anew. */
  restart(nonce: string): void {
    for (const { key, file } of this.#list.of(nonce)) {
      this.#retries.forget(key);
      this.#list.change(key, { ...unsent, file });
      this.#wait(key);
    }
  }

  remove(key: string): void {
    const upload = this.#list.find(key);
    if (!upload) return;
    this.#giveUp(upload);
    this.#drop(key);
    this.#next();
  }

  /** The network is back: nothing waits for its next try. */
  wake(): void {
    this.#retries.endPauses();
    this.#next();
  }

  close(): void {
    for (const { key } of this.#list.all) {
      this.#stop(key);
      this.#retries.forget(key);
    }
    this.#tooLarge = null;
    this.#list.set([]);
    this.ports.closed();
  }

  #made(channelId: string, { file, name, isSmaller, recorded }: NewFile): Upload {
    const tooLarge = !isSmaller && this.#tooLarge && file.size >= this.#tooLarge.bytes ? this.#tooLarge.problem : null;
    const fault = file.size === 0 ? 'empty' : tooLarge;
    return {
      ...{ key: this.ports.newKey(), channelId, nonce: null, original: file, file: isSmaller ? null : file, name, isSmaller, recorded },
      ...{ alt: '', spoiler: false, ...unsent, state: fault === null ? 'waiting' : 'failed', fault },
    };
  }

  #begin(uploads: readonly Upload[]): void {
    for (const { key, original } of uploads)
      void this.ports.measure(original).then((pixels) => pixels && this.#list.change(key, { pixels }));
    this.#next();
  }

  #next(): void {
    for (const upload of this.#list.all) {
      if (this.#runs.size >= AT_ONCE) return;
      if (upload.state === 'waiting' && !this.#retries.isPaused(upload.key)) this.#start(upload.key);
    }
  }

  #start(key: string): void {
    const run: Run = { stop: () => undefined };
    this.#runs.set(key, run);
    this.#list.change(key, { state: 'sending', fault: null });
    const settle = (how: () => void) => {
      // Stopped meanwhile, or begun anew.
      if (this.#runs.get(key) !== run) return;
      this.#runs.delete(key);
      how();
      this.#next();
    };
    this.#work(key, run).then(
      () => settle(() => this.#finished(key)),
      (error: unknown) => settle(() => this.#failed(key, error)),
    );
  }

  async #work(key: string, run: Run): Promise<void> {
    const isMine = () => this.#runs.get(key) === run;
    const file = await this.#fileOf(key);
    if (!isMine()) return;
    this.#list.change(key, { file });
    const upload = this.#list.find(key);
    if (upload && !upload.isWhole) await this.#transfer({ ...upload, file }, run, isMine);
    const whole = this.#list.find(key);
    if (!isMine() || !whole || isTold(whole)) return;
    const words = { alt: whole.alt, spoiler: whole.spoiler };
    await this.ports.tell(fileIdOf(whole), words);
    if (isMine()) this.#list.change(key, { told: words });
  }

  async #fileOf(key: string): Promise<Blob> {
    const upload = this.#list.find(key);
    if (!upload) throw new UnreadableError();
    return upload.file ?? this.ports.shrink(upload.original);
  }

  async #transfer(upload: Upload & { file: Blob }, run: Run, isMine: () => boolean): Promise<void> {
    const { key, alt, spoiler } = upload;
    const pace = new Pace();
    let shownAt = 0;
    const transfer = this.ports.transfer(upload, {
      located: (url) => {
        if (!isMine() || url === upload.url) return;
        // Made just now, with what was said of it when it began.
        this.#list.change(key, { url, told: { alt, spoiler } });
        const placed = this.#list.find(key);
        if (placed && placed.nonce !== null) this.ports.storage.note(placed);
      },
      progressed: (sent) => {
        const now = this.ports.clock.now();
        pace.note(now, sent);
        if (!isMine() || (now - shownAt < EVERY && sent < upload.file.size)) return;
        shownAt = now;
        this.#retries.forget(key);
        this.#list.change(key, { sent, rate: pace.rate });
      },
    });
    run.stop = transfer.stop;
    await transfer.done;
    if (isMine()) this.#list.change(key, { isWhole: true, sent: upload.file.size, rate: null });
  }

  #finished(key: string): void {
    this.#retries.forget(key);
    const upload = this.#list.find(key);
    if (!upload) return;
    // Something else was said of it meanwhile.
    this.#list.change(key, { state: isTold(upload) ? 'done' : 'waiting' });
    if (isTold(upload)) this.ports.storage.remove(key);
  }

  #failed(key: string, error: unknown): void {
    const upload = this.#list.find(key);
    if (!upload) return;
    this.#list.change(key, { state: 'waiting', rate: null });
    if (error instanceof UnreadableError) this.#refuse(key, 'unreadable');
    else if (isLost(error, upload)) this.#list.change(key, { ...unsent, file: upload.file });
    else if (hasCode(error, 'RATE_LIMITED')) this.#retries.pause(key, (error.problem.retryAfter ?? 1) * 1_000);
    else if (error instanceof ApiError && isFinal(error, upload)) this.#refuse(key, error.problem);
    else this.#tryAgain(key, error);
  }

  #refuse(key: string, fault: UploadFault): void {
    const upload = this.#list.find(key);
    if (upload && typeof fault === 'object' && fault.code === 'PAYLOAD_TOO_LARGE') {
      const bytes = Math.min(bytesOf(upload), this.#tooLarge?.bytes ?? Infinity);
      this.#tooLarge = { bytes, problem: fault };
    }
    this.#list.change(key, { state: 'failed', fault });
  }

  #tryAgain(key: string, error: unknown): void {
    const tries = this.#retries.count(key);
    // Without a network nobody can have answered.
    if (tries > TRIES && error instanceof ApiError && this.ports.isOnline()) this.#refuse(key, 'noAnswer');
    else this.#retries.pause(key);
  }

  #wait(key: string): void {
    this.#stop(key);
    this.#list.change(key, { state: 'waiting', fault: null });
    this.#next();
  }

  #stop(key: string): void {
    this.#runs.get(key)?.stop();
    this.#runs.delete(key);
    this.#retries.endPause(key);
  }

  #giveUp(upload: Upload): void {
    this.#stop(upload.key);
    if (upload.url !== null) this.ports.giveUp(upload.url);
  }

  #drop(key: string): void {
    this.#stop(key);
    this.#retries.forget(key);
    this.ports.storage.remove(key);
    this.#list.set(this.#list.all.filter((upload) => upload.key !== key));
  }
}

/** As before its first byte. */
const unsent = { sent: 0, isWhole: false, rate: null, url: null, told: null, fault: null } as const;

/** The server does not have what it had of it: from the beginning. */
const isLost = (error: unknown, { url }: Upload): boolean => url !== null && (error instanceof GoneError || hasCode(error, 'NOT_FOUND'));

/** Whether the same again would be refused again. Another connection may go on with it, and a token may be old. */
const isFinal = ({ code, problem: { status } }: ApiError, { url }: Upload): boolean =>
  status < 500 && status !== 401 && !(code === 'CONFLICT' && url !== null);
