import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { errorCode } from '../../config/error-code.js';
import { chunksOf, exactly, upTo } from './content.js';
import {
  FileStore,
  ORIGINAL,
  shardName,
  shardOf,
  UploadLostError,
  type ByteRange,
  type ListedObject,
  type StoredObject,
  type UploadState,
} from './file-store.js';
import { asFolderFault } from './storage-fault.js';

/** The name of what came so far of an upload, beside the variants. */
const UPLOAD = 'upload';
const CHECKPOINT = 16 * 1_024 * 1_024;

export interface FolderOptions {
  /** Bytes after which what came of an upload is brought onto the disk for good. */
  checkpoint?: number;
  warn?: (fault: unknown, what: string) => void;
}

/** In a folder, a hundred folders below it, and in them one for each file. Several nodes share it where it is a shared volume. */
export class FolderStore extends FileStore {
  private readonly checkpoint: number;
  private readonly warn: (fault: unknown, what: string) => void;

  /** @param root need not be there yet */
  constructor(
    private readonly root: string,
    { checkpoint = CHECKPOINT, warn = () => undefined }: FolderOptions = {},
  ) {
    super();
    this.checkpoint = checkpoint;
    this.warn = warn;
  }

  async write(objectId: string, variant: string, content: Uint8Array | StoredObject): Promise<void> {
    const folder = this.folder(objectId);
    const draft = path.join(folder, `${randomUUID()}.part`);
    try {
      await mkdir(folder, { recursive: true });
      await writeThrough(draft, content);
      await rename(draft, path.join(folder, variant));
      await settle(folder);
    } catch (fault) {
      await rm(draft, { force: true });
      throw asFolderFault(fault, this.warn);
    }
  }

  async read(objectId: string, variant: string, range?: ByteRange): Promise<StoredObject | null> {
    const handle = await unlessMissing(open(path.join(this.folder(objectId), variant)));
    if (!handle) return null;
    try {
      const { size } = await handle.stat();
      if (!range) return { stream: handle.createReadStream(), bytes: size };
      const { first, last } = within(range, size);
      return { stream: handle.createReadStream({ start: first, end: last }), bytes: last - first + 1 };
    } catch (fault) {
      await handle.close();
      throw fault;
    }
  }

  async size(objectId: string, variant: string): Promise<number | null> {
    const found = await unlessMissing(stat(path.join(this.folder(objectId), variant)));
    return found && found.size;
  }

  async remove(objectId: string, variant?: string): Promise<void> {
    const folder = this.folder(objectId);
    // Something may come into the folder while it is emptied.
    await rm(variant === undefined ? folder : path.join(folder, variant), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  }

  async list(shard: number): Promise<ListedObject[]> {
    const listed: ListedObject[] = [];
    const parent = path.join(this.root, shardName(shard));
    for (const objectId of (await unlessMissing(readdir(parent))) ?? []) {
      for (const name of (await unlessMissing(readdir(path.join(parent, objectId)))) ?? []) {
        const found = await unlessMissing(stat(path.join(parent, objectId, name)));
        if (found) listed.push({ objectId, name, bytes: found.size, changedAt: found.mtime });
      }
    }
    return listed;
  }

  address(): Promise<null> {
    return Promise.resolve(null);
  }

  async probe(): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await access(this.root, constants.W_OK);
  }

  async begin(objectId: string, bytes: number): Promise<UploadState> {
    await this.write(objectId, UPLOAD, new Uint8Array());
    return { bytes, received: 0 };
  }

  async append(objectId: string, state: UploadState, stream: Readable, saved: (state: UploadState) => Promise<void>): Promise<UploadState> {
    const handle = await openAt(path.join(this.folder(objectId), UPLOAD), state.received);
    try {
      return await this.take(handle, state, stream, saved);
    } catch (fault) {
      throw asFolderFault(fault, this.warn);
    } finally {
      await handle.close();
    }
  }

  async finish(objectId: string, state: UploadState): Promise<void> {
    const folder = this.folder(objectId);
    const whole = await this.size(objectId, UPLOAD);
    if (whole === null && (await this.size(objectId, ORIGINAL)) === state.bytes) return;
    if (whole !== state.bytes) throw new UploadLostError(`${whole ?? 0} of ${state.bytes} bytes are there`);
    await rename(path.join(folder, UPLOAD), path.join(folder, ORIGINAL));
    await settle(folder);
  }

  private async take(
    handle: FileHandle,
    state: UploadState,
    stream: Readable,
    saved: (state: UploadState) => Promise<void>,
  ): Promise<UploadState> {
    let kept = state;
    let end = state.received;
    const save = async () => {
      await handle.sync();
      kept = { ...state, received: end };
      await saved(kept);
    };
    for await (const chunk of upTo(state.bytes - end, chunksOf(stream))) {
      try {
        await writeAt(handle, chunk, end);
      } catch (fault) {
        // What came before it stays.
        if (end > kept.received) await save();
        throw fault;
      }
      end += chunk.length;
      if (end - kept.received >= this.checkpoint) await save();
    }
    if (end > kept.received) await save();
    return kept;
  }

  private folder(objectId: string): string {
    return path.join(this.root, shardOf(objectId), objectId);
  }
}

function within({ first, last }: ByteRange, size: number): ByteRange {
  if (first >= size) throw new RangeError(`Byte ${first} of ${size}`);
  return { first, last: Math.min(last, size - 1) };
}

/** At the end of what is there for good: what lies beyond came in a moment before a crash. */
async function openAt(file: string, received: number): Promise<FileHandle> {
  const handle = await unlessMissing(open(file, 'r+'));
  if (!handle) throw new UploadLostError('Nothing of it is there');
  const { size } = await handle.stat();
  if (size > received) await handle.truncate(received);
  if (size >= received) return handle;
  await handle.close();
  throw new UploadLostError(`${size} of ${received} received bytes are there`);
}

async function writeAt(handle: FileHandle, data: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < data.length;) {
    const { bytesWritten } = await handle.write(data, written, data.length - written, position + written);
    written += bytesWritten;
  }
}

async function writeThrough(file: string, content: Uint8Array | StoredObject): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content instanceof Uint8Array ? content : exactly(content.bytes, content.stream));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** That a name is there is kept by its folder; Windows keeps it by itself and opens no folders. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Null in place of what is not there. */
async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (fault) {
    if (errorCode(fault) === 'ENOENT') return null;
    throw fault;
  }
}
