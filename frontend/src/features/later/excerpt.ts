import type { Message } from '@hearth/contract';
import { readableText } from '@/features/messages';

const MOST = 160;

/** The beginning of what it says, on one line. */
export function excerpt(message: Message): string {
  const line = readableText(message).replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line;
}
