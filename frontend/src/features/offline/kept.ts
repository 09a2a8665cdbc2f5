import type { Message } from '@hearth/contract';

/**
 * What of the query cache is kept for a start without network: as `meta.kept` of its queries, or of their defaults.
 *
 * `value`: always. `person`: the newest of them. `window`: the newest messages of a channel, of the channels that were seen last.
 */
export type KeptKind = 'value' | 'person' | 'window';

/** A value of the query cache, under its hash. */
export interface KeptValue {
  key: string;
  queryKey: readonly unknown[];
  kind: 'value' | 'person';
  data: unknown;
  /** Unix time in milliseconds. */
  at: number;
}

/** The newest messages of a channel: every change up to `version` is in them. */
export interface KeptWindow {
  channelId: string;
  messages: readonly Message[];
  version: number;
  hasOlder: boolean;
  /** Unix time in milliseconds. */
  at: number;
}

/** What became of messages, or what the user marked one with. `isNewest`: what was heard last of the channel is about its newest message. */
export interface KeptChange {
  change:
    | { version: number; message: Message }
    | { version: number; seq: number; deletedAt: string }
    | { mark: { seq: number; starred: boolean; hidden: boolean } };
  isNewest: boolean;
}

/** As the server takes it. */
export interface Submission {
  channelId: string;
  body: object;
}

/** How far the user has read, or from where on they marked it unread, as long as the server does not know. */
export interface KeptRead {
  channelId: string;
  seq: number;
  unread: boolean;
}

/** Whether an emoji is to be among the user's reactions to a message, as long as the server does not know. */
export interface KeptWish {
  messageId: string;
  emoji: string;
  want: boolean;
}

/** A file of a message that waits for it; what is in it lies beside. */
export interface KeptUpload {
  key: string;
  channelId: string;
  nonce: string;
  name: string;
  alt: string;
  spoiler: boolean;
  recorded?: { duration: number; waveform: string };
  /** Where it stands on the server. */
  url: string | null;
  /** What the server knows of it. */
  told: { alt: string; spoiler: boolean } | null;
}

/**
 * What waits to be sent, and the tab that sends it. `pending` is the outbox's own. Without `submission` while it waits for its files, and of
 * earlier versions of the app.
 */
export interface KeptPending {
  nonce: string;
  pending: unknown;
  tab: string;
  submission?: Submission;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Storage may hold what a fault, or somebody by hand, left there: what is not whole is as good as not kept. */
export const isWholeValue = (row: unknown): row is KeptValue => isRecord(row) && Array.isArray(row['queryKey']) && isRecord(row['data']);

const isWholeMessage = (message: unknown): boolean =>
  isRecord(message) &&
  typeof message['id'] === 'string' &&
  typeof message['seq'] === 'number' &&
  typeof message['version'] === 'number' &&
  typeof message['content'] === 'string' &&
  isRecord(message['author']) &&
  typeof message['author']['id'] === 'string';

export const isWholeWindow = (row: unknown): row is KeptWindow =>
  isRecord(row) &&
  typeof row['channelId'] === 'string' &&
  typeof row['version'] === 'number' &&
  Array.isArray(row['messages']) &&
  row['messages'].every(isWholeMessage);

export const isWholeRead = (row: unknown): row is KeptRead =>
  isRecord(row) && typeof row['channelId'] === 'string' && typeof row['seq'] === 'number' && typeof row['unread'] === 'boolean';

export const isWholePending = (row: unknown): row is KeptPending =>
  isRecord(row) && isRecord(row['pending']) && typeof row['tab'] === 'string';

export const isWholeUpload = (row: unknown): row is KeptUpload =>
  isRecord(row) && ['key', 'channelId', 'nonce', 'name', 'alt'].every((field) => typeof row[field] === 'string');

export const isWholeWish = (row: unknown): row is KeptWish =>
  isRecord(row) && typeof row['messageId'] === 'string' && typeof row['emoji'] === 'string' && typeof row['want'] === 'boolean';
