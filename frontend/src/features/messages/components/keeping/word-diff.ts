export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond so many words of both together the comparison would be felt: what differs is then told as a whole. */
const MOST_PAIRS = 1_000_000;

/** Words, the spaces between them, and signs each alone. Scripts without spaces go by character. */
const WORDS = /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}_]+|./gsu;

const wordsOf = (text: string): string[] => text.match(WORDS) ?? [];

/** What was taken out of a text and what came in, word by word. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const start = commonLength(old, now, (list, index) => list[index]);
  const end = commonLength(old.slice(start), now.slice(start), (list, index) => list[list.length - 1 - index]);
  const middle = compare(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (words: string[]): DiffPart[] => words.map((text) => ({ kind: 'same', text }));
  return joined([...same(now.slice(0, start)), ...middle, ...same(now.slice(now.length - end))]);
}

function commonLength(one: string[], other: string[], at: (list: string[], index: number) => string | undefined): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && at(one, count) === at(other, count)) count += 1;
  return count;
}

/** By the longest common subsequence. */
function compare(old: string[], now: string[]): DiffPart[] {
  if (old.length * now.length > MOST_PAIRS)
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ];
  const lengths = subsequences(old, now);
  const width = now.length + 1;
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [gone, came] = [old[row], now[column]];
    if (gone !== undefined && gone === came) {
      parts.push({ kind: 'same', text: gone });
      row += 1;
      column += 1;
    } else if (
      came === undefined ||
      (gone !== undefined && at(lengths, (row + 1) * width + column) >= at(lengths, row * width + column + 1))
    ) {
      parts.push({ kind: 'removed', text: gone ?? '' });
      row += 1;
    } else {
      parts.push({ kind: 'added', text: came });
      column += 1;
    }
  }
  return parts;
}

const at = (table: Uint16Array, index: number): number => table[index] ?? 0;

/** For each pair of places the length of the longest common subsequence from there on. */
function subsequences(old: string[], now: string[]): Uint16Array {
  const width = now.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1)
    for (let column = now.length - 1; column >= 0; column -= 1)
      table[row * width + column] =
        old[row] === now[column]
          ? at(table, (row + 1) * width + column + 1) + 1
          : Math.max(at(table, (row + 1) * width + column), at(table, row * width + column + 1));
  return table;
}

function joined(parts: DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else if (part.text !== '') all.push({ ...part });
  }
  return all;
}
