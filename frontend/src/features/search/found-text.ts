import type { TextRange } from '@hearth/contract';

export interface FoundText {
  content: string;
  highlights: readonly TextRange[];
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** So much may stand before what was found; of more, the last stays. */
const MOST_BEFORE = { lines: 2, characters: 120 };
const KEPT_BEFORE = 60;

/** Names, emoji and addresses have signs of their own. */
const WHOLE = /<[@#:a][^>\s]*>|https?:\/\/\S+/g;
const SPOILER = /\|\|[^|]+\|\|/g;
const BULLET = /^ {0,3}[-*] /gm;
const LINK = /\[([^\]\n]+)\]\((?:https?|mailto):[^)\s]+\)/g;
const MARK = /\*\*|__|~~|^```[\w+#-]*\n?|`+|^ {0,3}(?:#{1,3}|>) /gm;
const SLANTED = /(?<![\p{L}\p{N}_*])([*_])(?=\S)[^*_\n]+(?<=\S)\1(?![\p{L}\p{N}_*])/gu;

/** A message as a result of a search: without the signs that shape it, what it hides hidden, and from near what was found. */
export const foundText = (found: FoundText): FoundText => fromNear(edited(found, editsOf(found.content)));

function editsOf(content: string): Edit[] {
  const all = (pattern: RegExp, edits: (start: number, end: number, found: RegExpExecArray) => Edit[]) =>
    [...content.matchAll(pattern)].flatMap((found) => edits(found.index, found.index + found[0].length, found));
  const cut = (start: number, end: number): Edit => ({ start, end, text: '' });
  const wanted = [
    ...all(SPOILER, (start, end) => [{ start, end, text: '▒▒▒' }]),
    ...all(LINK, (start, end, [, words = '']) => [cut(start, start + 1), cut(start + 1 + words.length, end)]),
    ...all(WHOLE, (start, end) => [{ start, end, text: content.slice(start, end) }]),
    ...all(BULLET, (start, end) => [{ start, end, text: '• ' }]),
    ...all(MARK, (start, end) => [cut(start, end)]),
    ...all(SLANTED, (start, end) => [cut(start, start + 1), cut(end - 1, end)]),
  ];
  const taken: Edit[] = [];
  for (const edit of wanted) if (!taken.some(({ start, end }) => edit.start < end && edit.end > start)) taken.push(edit);
  return taken.toSorted((one, other) => one.start - other.start);
}

function edited({ content, highlights }: FoundText, edits: readonly Edit[]): FoundText {
  let result = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    result += content.slice(from, start) + text;
    from = end;
  }
  const place = (at: number): number => {
    const before = edits.filter(({ start }) => start < at);
    // Within what is another text now, it is as far in as that is long.
    return before.reduce((sum, { start, end, text }) => sum + Math.min(text.length, at - start) - (Math.min(end, at) - start), at);
  };
  const moved = highlights.map(([start, end]): TextRange => [place(start), place(end)]).filter(([start, end]) => end > start);
  return { content: result + content.slice(from), highlights: moved };
}

function fromNear(found: FoundText): FoundText {
  const { content, highlights } = found;
  const first = Math.min(...highlights.map(([start]) => start));
  if (!Number.isFinite(first)) return found;
  const before = content.slice(0, first);
  const isLong = before.length > MOST_BEFORE.characters || before.split('\n').length > MOST_BEFORE.lines + 1;
  if (!isLong) return found;
  const line = before.lastIndexOf('\n') + 1;
  const word = before.indexOf(' ', first - KEPT_BEFORE) + 1;
  const cut = first - line <= KEPT_BEFORE ? line : word > 0 ? word : first;
  return { content: `…${content.slice(cut)}`, highlights: highlights.map(([start, end]): TextRange => [start - cut + 1, end - cut + 1]) };
}
