import type { MessageSticker, PollInput, Problem } from '@hearth/contract';
import type { Reply } from './reply-store';

/** A file of a message that is not sent yet. */
export interface PendingFile {
  /** Of its upload on this device. */
  key: string;
  name: string;
  /** As the browser calls it; empty where it does not know. */
  type: string;
  size: number;
  /** Under which the server has it; null until all of it is there. */
  id: string | null;
}

export interface PendingMessage {
  nonce: string;
  channelId: string;
  content: string;
  /** What it answers. */
  reply?: Reply | null;
  poll?: PollInput | undefined;
  sticker?: MessageSticker;
  files?: readonly PendingFile[];
  /** It is what somebody said, in its one file. */
  voice?: { duration: number; waveform: string };
  /** Unix time in milliseconds. */
  createdAt: number;
  state: 'pending' | 'failed';
  /** Why the server refused; null while pending, and when no answer came. */
  problem: Problem | null;
}

type Fields = Record<string, unknown>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const areStrings = (record: Fields, ...names: string[]): boolean => names.every((name) => typeof record[name] === 'string');
const isLeftOut = (value: unknown): boolean => value === undefined || value === null;
/** As far as dates reach. */
const isTime = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const isListOf = (isOne: (entry: Fields) => boolean, value: unknown): boolean =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && isOne(entry));

const isFile = (file: Fields): boolean =>
  areStrings(file, 'key', 'name', 'type') && typeof file['size'] === 'number' && (file['id'] === null || areStrings(file, 'id'));
const isReply = ({ to }: Fields): boolean =>
  isRecord(to) &&
  areStrings(to, 'id', 'type', 'content') &&
  isRecord(to['author']) &&
  areStrings(to['author'], 'id', 'username', 'displayName');

/** What it may have beside its text. */
const PARTS: Readonly<Record<string, (part: Fields) => boolean>> = {
  reply: isReply,
  poll: (poll) => areStrings(poll, 'question') && isListOf((answer) => areStrings(answer, 'text'), poll['answers']),
  sticker: (sticker) => areStrings(sticker, 'id', 'name'),
  voice: (voice) => areStrings(voice, 'waveform') && typeof voice['duration'] === 'number',
  problem: (problem) => areStrings(problem, 'code') && typeof problem['status'] === 'number',
};

/** Whether it can be shown and sent: what lay in storage may come from another build, from a fault, or from somebody's hands. */
export const isPendingMessage = (value: unknown): value is PendingMessage =>
  isRecord(value) &&
  areStrings(value, 'nonce', 'channelId', 'content') &&
  isTime(value['createdAt']) &&
  (value['state'] === 'pending' || value['state'] === 'failed') &&
  (value['files'] === undefined || isListOf(isFile, value['files'])) &&
  Object.entries(PARTS).every(([name, isPart]) => isLeftOut(value[name]) || (isRecord(value[name]) && isPart(value[name])));

/** All that it needs is on the server. */
export const isComplete = ({ files = [] }: PendingMessage): boolean => files.every(({ id }) => id !== null);

/** Those of its files in which the server found something harmful. */
export const harmfulFiles = ({ problem, files = [] }: PendingMessage): readonly PendingFile[] =>
  problem?.code === 'FILE_QUARANTINED'
    ? files.filter((_, place) => problem.errors?.some(({ path }) => path.endsWith(`attachmentIds.${place}`)))
    : [];

/** What of it goes to the server. */
export const submissionOf = ({ channelId, content, nonce, reply, poll, sticker, files = [], voice }: PendingMessage) => ({
  channelId,
  body: {
    content,
    nonce,
    ...(reply && { replyToId: reply.to.id, mentionReplied: reply.mention }),
    ...(poll && { poll }),
    ...(sticker && { stickerId: sticker.id }),
    ...(voice && { voice: true }),
    ...(files.length > 0 && { attachmentIds: files.flatMap(({ id }) => id ?? []) }),
  },
});
