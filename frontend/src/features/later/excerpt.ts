import type { Message } from '@hearth/contract';

const MOST = 160;

/** The beginning of what it says, on one line. */
export function excerpt({ content }: Pick<Message, 'content'>): string {
  const line = content.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line;
}
