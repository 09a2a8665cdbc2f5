import type { Attachment } from './attachments.js';
import { limits } from './limits.js';
import type { QuotedMessage } from './messages.js';

/** The first code points of a text. */
function firstCharacters(text: string, count: number): string {
  return text.length <= count ? text : [...text.slice(0, count * 2)].slice(0, count).join('');
}

function fileOf({ name, kind, duration }: Pick<Attachment, 'name' | 'kind' | 'duration'>): QuotedMessage['file'] {
  return { name, kind, ...(duration !== undefined && { duration }) };
}

/** A message as a quote shows it. */
export function quoteOf(message: QuotedMessage & { attachments?: Attachment[] }): QuotedMessage {
  const { id, seq, version, type, author, content, mentions, sticker, poll, attachments, deletedAt } = message;
  const file = message.file ?? attachments?.[0];
  return {
    ...{ id, seq, version, type, author, deletedAt },
    content: firstCharacters(content, limits.quote),
    ...(mentions && mentions.length > 0 && { mentions }),
    ...(sticker && { sticker: { name: sticker.name } }),
    ...(poll && { poll: { question: poll.question } }),
    ...(file && { file: fileOf(file) }),
  };
}
