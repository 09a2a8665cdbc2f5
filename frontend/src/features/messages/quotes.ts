import { quoteOf, type Message, type QuotedMessage } from '@hearth/contract';

/** A reply with what it quotes as that is now. */
export function withQuote(reply: Message, original: Message): Message {
  const { replyTo } = reply;
  return replyTo?.id === original.id && replyTo.version < original.version ? { ...reply, replyTo: quoteOf(original) } : reply;
}

/** A reply to one of many messages that were deleted at once. */
export function withQuoteGone(reply: Message, { seq, version, deletedAt }: { seq: number; version: number; deletedAt: string }): Message {
  const { replyTo } = reply;
  return replyTo?.seq === seq && replyTo.version < version ? { ...reply, replyTo: { ...replyTo, version, content: '', deletedAt } } : reply;
}

/** The newer one of what a held reply quotes and what a newer state of it does. */
export function newerQuote(held: QuotedMessage | null, told: QuotedMessage | null): QuotedMessage | null {
  return held && told && held.id === told.id && held.version > told.version ? held : told;
}
