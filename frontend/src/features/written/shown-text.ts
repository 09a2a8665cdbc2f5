import type { TextRange } from '@hearth/contract';

export interface ShownPart {
  text: string;
  /** The id of the emoji of which the text is the name. */
  emoji?: string;
  isMatch: boolean;
}

/** What the ids in a text are called, in the words of whoever reads it. */
export interface ShownNames {
  user: (id: string) => string;
  role: (id: string) => string;
  channel: (id: string) => string;
}

const MARKUP = /<(@&?|#)(\d{1,19})>|<a?:(\w{1,64}):(\d{1,19})>/g;

interface Replacement extends Pick<ShownPart, 'text' | 'emoji'> {
  start: number;
  end: number;
}

/** What was written, with names in place of ids, cut where it begins and ceases to match. */
export function shownText(content: string, highlights: readonly TextRange[], names: ShownNames): ShownPart[] {
  const replacements = [...content.matchAll(MARKUP)].map((found) => replacementOf(found, names));
  const isMatch = (start: number, end: number) => highlights.some(([from, until]) => start < until && end > from);
  const borders = [0, content.length, ...highlights.flat(), ...replacements.flatMap(({ start, end }) => [start, end])];
  const inside = (at: number) => replacements.some(({ start, end }) => at > start && at < end);
  const cuts = [...new Set(borders)].filter((at) => !inside(at)).toSorted((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const { text, emoji } = replacements.find((one) => one.start === start) ?? { text: content.slice(start, end) };
    return { text, ...(emoji !== undefined && { emoji }), isMatch: isMatch(start, end) };
  });
}

function replacementOf(
  { 0: whole, 1: sigil, 2: id = '', 3: name = '', 4: emoji = '', index }: RegExpExecArray,
  names: ShownNames,
): Replacement {
  const place = { start: index, end: index + whole.length };
  if (sigil === undefined) return { ...place, text: name, emoji };
  if (sigil === '#') return { ...place, text: `#${names.channel(id)}` };
  return { ...place, text: `@${sigil === '@' ? names.user(id) : names.role(id)}` };
}
