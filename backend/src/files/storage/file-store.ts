import type { Readable } from 'node:stream';

export interface StoredObject {
  stream: Readable;
  bytes: number;
}

/** Where the bytes of files are: one object for each variant of a file, under its id. No name that somebody gave gets there. */
export abstract class FileStore {
  /** The object appears whole or not at all, and stays through a loss of power; one that was there is replaced. */
  abstract write(fileId: string, variant: string, data: Uint8Array): Promise<void>;

  /** Null where there is none. */
  abstract read(fileId: string, variant: string): Promise<StoredObject | null>;

  /** With all its variants; nothing to remove is no fault. */
  abstract remove(fileId: string): Promise<void>;
}
