import { limits } from './limits.js';
import type { QuotedMessage } from './messages.js';

/** The first code points of a text. */
function firstCharacters(text: string, count: number): string {
  return text.length <= count ? text : [...text.slice(0, count * 2)].slice(0, count).join('');
}

/** A message as a quote shows it. */
export const quoteOf = ({ id, seq, version, type, author, content, mentions, sticker, poll, deletedAt }: QuotedMessage): QuotedMessage => ({
  ...{ id, seq, version, type, author, deletedAt },
  content: firstCharacters(content, limits.quote),
  ...(mentions && mentions.length > 0 && { mentions }),
  ...(sticker && { sticker: { name: sticker.name } }),
  ...(poll && { poll: { question: poll.question } }),
});
