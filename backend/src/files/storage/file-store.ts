import type { Readable } from 'node:stream';

/** Bytes on their way, and how many they are. */
export interface StoredObject {
  stream: Readable;
  bytes: number;
}

/** From the first byte to the last one, both counted from 0. */
export interface ByteRange {
  first: number;
  last: number;
}

/** One object as the store sees it. A name that begins with `upload` is of an unfinished one; another that is no variant was left by a crash. */
export interface ListedObject {
  objectId: string;
  name: string;
  bytes: number;
  changedAt: Date;
}

/** How far an upload has come: JSON that its caller keeps, and gives back to go on with. What drivers put beside the numbers is theirs. */
export interface UploadState {
  /** Of the whole. */
  bytes: number;
  /** That are there for good. */
  received: number;
  driver?: Record<string, string | number | null | string[]>;
}

export interface AddressOptions {
  contentType: string;
  /** The whole header `Content-Disposition`. */
  disposition: string;
  /** Seconds that it works at most; at least half as many. Within that half it may be the same. */
  expires: number;
  /** What it works for, GET if left out. */
  method?: 'GET' | 'HEAD';
}

/** What a finished upload is stored as. */
export const ORIGINAL = 'original';
/** Objects are kept, and listed, in as many parts, by the last two digits of their ids. */
export const SHARDS = 100;

/**
 * Where the bytes of files are: one object for each variant of a file, under its id. No name that somebody gave gets there. A store that does
 * not answer or has no room refuses with UNAVAILABLE.
 */
export abstract class FileStore {
  /**
   * The object appears whole or not at all, and stays through a loss of power; one that was there is replaced.
   *
   * @throws when a stream ends before or after the bytes that it has by its own account
   */
  abstract write(objectId: string, variant: string, content: Uint8Array | StoredObject): Promise<void>;

  /**
   * Null where there is none. A range that begins within the object ends with it at the latest, and `bytes` are those of the range.
   *
   * @throws RangeError for a range that begins beyond the end
   */
  abstract read(objectId: string, variant: string, range?: ByteRange): Promise<StoredObject | null>;

  /** Of the whole object, in bytes; null where there is none. */
  abstract size(objectId: string, variant: string): Promise<number | null>;

  /** One variant, or all with what was uploaded so far; nothing to remove is no fault. */
  abstract remove(objectId: string, variant?: string): Promise<void>;

  /** Everything whose id ends with these two digits (0 to 99), in no order. */
  abstract list(shard: number): Promise<ListedObject[]>;

  /** Where a browser gets it from without the server; null from a store that has no such addresses. */
  abstract address(objectId: string, variant: string, options: AddressOptions): Promise<string | null>;

  /** Rejects while the store cannot be used. */
  abstract probe(): Promise<void>;

  /** The beginning of an upload, which `append` brings in and `finish` makes the variant `original`. `remove` gives it up. */
  abstract begin(objectId: string, bytes: number): Promise<UploadState>;

  /**
   * Takes what the stream brings until it ends, is cut, or the upload is whole; a cut is no fault, and what came before it counts. Memory stays
   * the same however much that is. `saved` hears whenever more is there for good; what it does not keep is brought again after a crash.
   * Only one `append` of an upload may run at a time.
   *
   * @returns what `saved` heard last
   * @throws UploadLostError when less is there than the state says
   */
  abstract append(
    objectId: string,
    state: UploadState,
    stream: Readable,
    saved: (state: UploadState) => Promise<void>,
  ): Promise<UploadState>;

  /** Once more is no fault. @throws UploadLostError when not all of it is there */
  abstract finish(objectId: string, state: UploadState): Promise<void>;

  /** Lets go of its connections. */
  close(): void {}
}

/** What was received of an upload is not there any more: it has to begin anew. */
export class UploadLostError extends Error {
  override readonly name = 'UploadLostError';
}

export const shardOf = (objectId: string): string => objectId.slice(-2).padStart(2, '0');
export const shardName = (shard: number): string => String(shard).padStart(2, '0');
