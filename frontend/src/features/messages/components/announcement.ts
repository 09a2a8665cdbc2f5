import type { Message } from '@hearth/contract';
import { plainLine, readableText, type Row } from '@/features/messages';

/** Nobody wants to hear a page to its end; in characters. */
const LONGEST = 200;

export interface Unheard {
  /** Up to here everything was told already. */
  after: number;
  lastSeq: number;
  /** The newest messages are among the rows. */
  holdsEnd: boolean;
  /** What the user wrote, and what they do not want to hear. */
  isSilent: (message: Message) => boolean;
}

/** What came since: one message, or only how many. */
export function newsIn(rows: readonly Row[], { after, lastSeq, holdsEnd, isSilent }: Unheard): { count: number; only: Message | null } {
  if (!holdsEnd) return { count: Math.max(0, lastSeq - after), only: null };
  const messages = rows.flatMap((row) => (row.kind === 'message' && row.message.seq > after ? row.message : []));
  const news = messages.filter((message) => !isSilent(message));
  return { count: news.length, only: news.length === 1 ? (news[0] ?? null) : null };
}

/** What is said of a message, as long as somebody may be made to listen to it. */
export function spokenText(message: Message): string {
  const characters = [...plainLine(readableText(message))];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST).join('')}…`;
}
