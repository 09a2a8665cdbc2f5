import type { Message, MessageActor } from '@hearth/contract';
import { newerQuote } from './quotes';

/** What the reader marked a message with, for themselves alone. */
export interface OwnMark {
  seq: number;
  starred: boolean;
  hidden: boolean;
}

/**
 * A newer state of a held message. What everybody is told knows nothing of this reader: their own part stays as it is held, as far as the
 * message still has it.
 *
 * @param isOwnView the newer state is what this reader is told alone, with their own part
 */
export function keepOwn(held: Message, newer: Message, isOwnView: boolean): Message {
  const replyTo = newerQuote(held.replyTo, newer.replyTo, isOwnView);
  const message = replyTo === newer.replyTo ? newer : { ...newer, replyTo };
  if (isOwnView || message.deletedAt !== null) return message;
  const own = new Set(held.reactions.flatMap(({ emoji, me }) => (me ? [emoji] : [])));
  return withMark(
    {
      ...message,
      reactions: message.reactions.map((reaction) => ({ ...reaction, me: own.has(reaction.emoji) })),
      ...(message.poll && held.poll && { poll: { ...message.poll, mine: held.poll.mine } }),
    },
    { seq: held.seq, starred: held.starred ?? false, hidden: held.hidden ?? false },
  );
}

/** The reader reacted or voted, on whichever device. */
export function withMarksOf(message: Message, { reactions, votes }: MessageActor): Message {
  return {
    ...message,
    ...(reactions && { reactions: message.reactions.map((reaction) => ({ ...reaction, me: reactions.includes(reaction.emoji) })) }),
    ...(votes && message.poll && { poll: { ...message.poll, mine: votes } }),
  };
}

export function withMark(message: Message, { starred, hidden }: OwnMark): Message {
  if ((message.starred ?? false) === starred && (message.hidden ?? false) === hidden) return message;
  const { starred: _starred, hidden: _hidden, ...rest } = message;
  return { ...rest, ...(starred && { starred: true as const }), ...(hidden && { hidden: true as const }) };
}
