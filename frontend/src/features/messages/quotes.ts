import { quoteOf, type Message, type QuotedMessage, type UserSummary } from '@hearth/contract';
import { withUser, withUsers } from '@/features/users';

/** A reply with what it quotes as that is now. */
export function withQuote(reply: Message, original: Message): Message {
  const { replyTo } = reply;
  return replyTo?.id === original.id && replyTo.version < original.version ? { ...reply, replyTo: quoteOf(original) } : reply;
}

/** A reply to one of many messages that were deleted at once. */
export function withQuoteGone(reply: Message, { seq, version, deletedAt }: { seq: number; version: number; deletedAt: string }): Message {
  const { replyTo } = reply;
  if (replyTo?.seq !== seq || replyTo.version >= version) return reply;
  const { mentions: _mentions, ...rest } = replyTo;
  return { ...reply, replyTo: { ...rest, version, content: '', deletedAt } };
}

/** The newer one of what a held reply quotes and what a newer state of it does. */
export function newerQuote(held: QuotedMessage | null, told: QuotedMessage | null): QuotedMessage | null {
  return held && told && held.id === told.id && held.version > told.version ? held : told;
}

/** A person changed their name or picture. */
export function withQuotedUser(quote: QuotedMessage, user: UserSummary): QuotedMessage {
  const author = withUser(quote.author, user);
  const mentions = quote.mentions && withUsers(quote.mentions, user);
  return author === quote.author && mentions === quote.mentions ? quote : { ...quote, author, ...(mentions && { mentions }) };
}
