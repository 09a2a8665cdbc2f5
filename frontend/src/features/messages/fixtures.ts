import type { Message, UserSummary } from '@hearth/contract';

export const ada: UserSummary = { id: '101', username: 'ada', displayName: 'Ada', avatar: null };
export const ben: UserSummary = { id: '102', username: 'ben', displayName: 'Ben', avatar: null };

/** A message with what the test cares about; `version` follows `seq`, the time goes up by a minute with it. */
export function buildMessage({ seq, ...rest }: Pick<Message, 'seq'> & Partial<Message>): Message {
  return {
    id: String(1_000 + seq),
    channelId: '1',
    seq,
    version: seq,
    type: 'DEFAULT',
    author: ada,
    content: `message ${seq}`,
    createdAt: new Date(Date.UTC(2026, 10, 21, 9, 0) + seq * 60_000).toISOString(),
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    attachments: [],
    reactions: [],
    mentions: [],
    embeds: [],
    pinnedAt: null,
    ...rest,
  };
}

export const buildMessages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => buildMessage({ seq: from + index }));
