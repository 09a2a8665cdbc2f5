import type { Problem } from '@hearth/contract';
import type { Pixels } from './pixels';

/** `waiting`: for its turn, its next try, or the network. */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'done' | 'failed';

/** Why it cannot be sent. `gone`: this device does not have the file any more. `noAnswer`: the server failed again and again. */
export type UploadFault = Problem | 'empty' | 'unreadable' | 'gone' | 'noAnswer';

/** What is said of a file, beside what is in it. */
export interface FileWords {
  alt: string;
  spoiler: boolean;
}

/** Of what was recorded here, until the server has listened itself. */
export interface RecordedSound {
  /** Seconds. */
  duration: number;
  /** How loud it is from beginning to end: base64 of bytes. */
  waveform: string;
}

export interface Upload extends FileWords {
  key: string;
  /** Where it is to be sent. */
  channelId: string;
  /** The message that it is part of; null while that is being written. */
  nonce: string | null;
  /** Where it lies while that is written, if not beside the field of its channel. */
  trayId?: string | undefined;
  /** As it was chosen. */
  original: Blob;
  /** What is sent of it; null until it is made smaller. */
  file: Blob | null;
  name: string;
  isSmaller: boolean;
  recorded?: RecordedSound | undefined;
  /** Of a picture or film as it was chosen, once the browser has told. */
  pixels?: Pixels | undefined;
  state: UploadState;
  /** Bytes that are on the server, or on their way there. */
  sent: number;
  isWhole: boolean;
  /** Bytes a second; null while nobody can tell. */
  rate: number | null;
  /** Its address on the server, once it has one. */
  url: string | null;
  /** What the server knows of it. */
  told: FileWords | null;
  fault: UploadFault | null;
}

/** Of those that go with what is still being written. @param trayId of the channel, or of a dialog */
export const liesIn =
  (trayId: string) =>
  (upload: Upload): boolean =>
    upload.nonce === null && (upload.trayId ?? upload.channelId) === trayId;

/** The id under which the server has it. */
export const fileIdOf = ({ url }: Upload): string => url?.split('/').at(-1) ?? '';

export const bytesOf = ({ file, original }: Upload): number => (file ?? original).size;

export const isTold = ({ told, alt, spoiler }: Upload): boolean => told !== null && told.alt === alt && told.spoiler === spoiler;

/** Whether trying again can help. */
export const mayRetry = ({ fault }: Upload): boolean => fault !== 'empty' && fault !== 'gone' && !hasFinalCode(fault);

const FINAL = new Set(['PAYLOAD_TOO_LARGE', 'MISSING_PERMISSION', 'NOT_FOUND', 'VALIDATION', 'FILE_KIND_NOT_ALLOWED', 'FILE_QUARANTINED']);

const hasFinalCode = (fault: UploadFault | null): boolean => typeof fault === 'object' && fault !== null && FINAL.has(fault.code);
