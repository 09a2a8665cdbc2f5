import { quoteOf, type Message, type QuotedMessage, type UserSummary } from '@hearth/contract';
import { withUser, withUsers } from '@/features/users';

/** A quote of what its reader hid, or did not; nobody hides what is deleted. */
function asHidden(quote: QuotedMessage, isHidden: boolean): QuotedMessage {
  const hidden = isHidden && quote.deletedAt === null;
  if ((quote.hidden ?? false) === hidden) return quote;
  const { hidden: _hidden, ...rest } = quote;
  return hidden ? { ...rest, hidden } : rest;
}

/** A reply with what it quotes as that is now. */
export function withQuote(reply: Message, original: Message): Message {
  const { replyTo } = reply;
  if (replyTo?.id !== original.id || replyTo.version >= original.version) return reply;
  return { ...reply, replyTo: asHidden(quoteOf(original), replyTo.hidden ?? false) };
}

/** A reply to one of many messages that were deleted at once. */
export function withQuoteGone(reply: Message, { seq, version, deletedAt }: { seq: number; version: number; deletedAt: string }): Message {
  const { replyTo } = reply;
  if (replyTo?.seq !== seq || replyTo.version >= version) return reply;
  const { mentions: _mentions, sticker: _sticker, poll: _poll, file: _file, hidden: _hidden, ...rest } = replyTo;
  return { ...reply, replyTo: { ...rest, version, content: '', deletedAt } };
}

/** A reply to what the reader hides, or shows again. */
export function withQuoteHidden(reply: Message, { seq, hidden }: { seq: number; hidden: boolean }): Message {
  const { replyTo } = reply;
  const quote = replyTo?.seq === seq ? asHidden(replyTo, hidden) : replyTo;
  return quote === replyTo ? reply : { ...reply, replyTo: quote };
}

/**
 * The newer one of what a held reply quotes and what a newer state of it does.
 *
 * @param isOwnView it is told as this reader sees it: whether they hid it too
 */
export function newerQuote(held: QuotedMessage | null, told: QuotedMessage | null, isOwnView: boolean): QuotedMessage | null {
  if (held?.id !== told?.id || !held || !told) return told;
  return asHidden(held.version > told.version ? held : told, (isOwnView ? told : held).hidden ?? false);
}

/** A person changed their name or picture. */
export function withQuotedUser(quote: QuotedMessage, user: UserSummary): QuotedMessage {
  const author = withUser(quote.author, user);
  const mentions = quote.mentions && withUsers(quote.mentions, user);
  return author === quote.author && mentions === quote.mentions ? quote : { ...quote, author, ...(mentions && { mentions }) };
}
