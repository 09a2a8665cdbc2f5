import type { Message, TextRange } from '@hearth/contract';

export interface ShownPart {
  text: string;
  isMatch: boolean;
}

const MARKUP = /<(@&?|#)(\d{1,19})>|<a?:(\w{1,64}):\d{1,19}>/g;

interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** What was written as one text, with names in place of ids, cut where it begins and ceases to match. */
export function shownText(
  { content, mentions }: Pick<Message, 'content' | 'mentions'>,
  highlights: readonly TextRange[],
  channelName: (id: string) => string | undefined,
): ShownPart[] {
  const nameOf = (sigil: string, id: string): string => {
    if (sigil === '#') return `#${channelName(id) ?? '…'}`;
    return `@${mentions.find((user) => user.id === id)?.displayName ?? '…'}`;
  };
  const replacements = [...content.matchAll(MARKUP)].map(({ 0: whole, 1: sigil, 2: id = '', 3: emoji, index }): Replacement => ({
    start: index,
    end: index + whole.length,
    text: sigil === undefined ? `:${emoji}:` : nameOf(sigil, id),
  }));
  const isMatch = (start: number, end: number) => highlights.some(([from, until]) => start < until && end > from);
  const borders = [0, content.length, ...highlights.flat(), ...replacements.flatMap(({ start, end }) => [start, end])];
  const inside = (at: number) => replacements.some(({ start, end }) => at > start && at < end);
  const cuts = [...new Set(borders)].filter((at) => !inside(at)).toSorted((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const replaced = replacements.find((one) => one.start === start);
    return { text: replaced?.text ?? content.slice(start, end), isMatch: isMatch(start, end) };
  });
}
