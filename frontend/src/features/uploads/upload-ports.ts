import type { Clock } from '@/api';
import type { Pixels } from './pixels';
import type { FileWords, RecordedSound, Upload } from './upload';

export interface Transfer {
  /** Rejects with ApiError when refused, UnreadableError where there is no such file any more, and NetworkError for all else. */
  done: Promise<void>;
  /** Ends it without a word; what has arrived stays where it is. */
  stop: () => void;
}

export interface TransferEvents {
  located: (url: string) => void;
  progressed: (sent: number) => void;
}

/** Keeps files beyond the life of the page. */
export interface UploadStorage {
  put: (upload: Upload) => void;
  /** Something else is known of one that lies there. */
  note: (upload: Upload) => void;
  remove: (key: string) => void;
}

export interface UploadPorts {
  clock: Clock;
  newKey: () => string;
  /** Goes on where the server stands, or begins. */
  transfer: (upload: Upload & { file: Blob }, events: TransferEvents) => Transfer;
  /** The same picture with fewer pixels; itself where that is no gain. */
  shrink: (file: Blob) => Promise<Blob>;
  /** How large a picture or film is; undefined for all else. */
  measure: (file: Blob) => Promise<Pixels | undefined>;
  tell: (fileId: string, words: FileWords) => Promise<unknown>;
  /** Nobody will send it: the server need not wait for it. */
  giveUp: (url: string) => void;
  isOnline: () => boolean;
  publish: (uploads: readonly Upload[]) => void;
  /** Whoever sent them is signed out. */
  closed: () => void;
  storage: UploadStorage;
}

export interface NewFile {
  file: Blob;
  name: string;
  isSmaller: boolean;
  recorded?: RecordedSound;
}
