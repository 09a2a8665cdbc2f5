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

/** All that it needs is on the server. */
export const isComplete = ({ files = [] }: PendingMessage): boolean => files.every(({ id }) => id !== null);

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
