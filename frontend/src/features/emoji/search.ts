import { loadCatalogue, type Catalogue, type Emoji } from './catalogue';
import { withTone } from './tones';
import { usageOf, useEmojiUsage } from './usage-store';

/** Letters with marks are found without them, as people write them. */
export const plainText = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

const NONE: readonly Emoji[] = [];

interface Entry {
  emoji: Emoji;
  codes: readonly string[];
  name: string;
  words: string[];
}

const indexes = new WeakMap<readonly Emoji[], Entry[]>();

const entryOf = (emoji: Emoji): Entry => ({
  emoji,
  codes: emoji.codes.map(plainText),
  name: plainText(emoji.name),
  words: emoji.words.map(plainText),
});

/** Lists stay the same objects as long as nothing changes. */
function indexOf(list: readonly Emoji[]): Entry[] {
  const known = indexes.get(list);
  if (known) return known;
  const entries = list.map(entryOf);
  indexes.set(list, entries);
  return entries;
}

/** How well one word of a query fits; 0: not at all. */
function fit({ codes, name, words }: Entry, word: string): number {
  if (codes.includes(word)) return 6;
  if (name === word || words.includes(word)) return name.startsWith(word) ? 5.5 : 5;
  if (codes.some((code) => code.startsWith(word))) return 4;
  if (name.startsWith(word) || name.includes(` ${word}`)) return 3;
  if (words.some((each) => each.startsWith(word) || each.includes(` ${word}`))) return 2;
  return word.length > 2 && (name.includes(word) || codes.some((code) => code.includes(word))) ? 1 : 0;
}

/** Those that every word of the query fits, the best first; among equals the more used ones, then those of servers, then in the usual order. */
export function findEmoji(
  catalogue: Catalogue,
  query: string,
  usage: (char: string) => number = () => 0,
  custom: readonly Emoji[] = NONE,
): Emoji[] {
  const words = plainText(query)
    .split(/[\s:]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return [...indexOf(custom), ...indexOf(catalogue.all)]
    .flatMap((entry) => {
      const fits = words.map((word) => fit(entry, word));
      return fits.includes(0)
        ? []
        : [{ emoji: entry.emoji, score: fits.reduce((sum, one) => sum + one, 0), used: usage(entry.emoji.char) }];
    })
    .sort((one, other) => other.score - one.score || other.used - one.used)
    .map(({ emoji }) => emoji);
}

/** For completing `:name`, in the skin tone that the person chose. Resolves at once after the first time. */
export async function searchEmoji(query: string, limit: number, custom: readonly Emoji[]): Promise<Emoji[]> {
  const { tone } = useEmojiUsage.getState();
  const found = findEmoji(await loadCatalogue(), query, usageOf, custom).slice(0, limit);
  return found.map((emoji) => ({ ...emoji, char: withTone(emoji.char, tone) }));
}
