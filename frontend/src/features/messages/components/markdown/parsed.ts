import type { Block } from './nodes';
import { parseMarkdown } from './parse-markdown';

/** About what a long visit scrolls past; rows come and go while scrolling. */
const MAX_KEPT = 1_000;

const kept = new Map<string, Block[]>();

/** `parseMarkdown`, remembering what was read lately. */
export function parsed(text: string): Block[] {
  const known = kept.get(text);
  if (known) return known;
  const blocks = parseMarkdown(text);
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(text, blocks);
  return blocks;
}
