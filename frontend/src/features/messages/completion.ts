/** What is being typed that names somebody, a channel or an emoji. */
export interface Trigger {
  sign: '@' | '#' | ':';
  /** Without the sign. */
  query: string;
  /** Where the sign stands. */
  start: number;
}

const TRIGGER = /(?:^|[\s([{"'«‹“‘,;/])([@#:])([^\s@#:]{0,32})$/u;

/** Emoji have their own signs in prose, such as `:)`: a name of them has two letters at least. */
const MIN_EMOJI = 2;

/** @param caret where one writes */
export function triggerAt(text: string, caret: number): Trigger | null {
  // What stands further back ends no word here.
  const from = Math.max(0, caret - 40);
  const [found, sign, query = ''] = TRIGGER.exec(text.slice(from, caret)) ?? [];
  if (found === undefined) return null;
  if (sign === ':' && !(query.length >= MIN_EMOJI && /^[\p{L}\p{N}_+-]+$/u.test(query))) return null;
  return { sign: sign as Trigger['sign'], query, start: caret - query.length - 1 };
}

/** Case and marks of letters make no difference. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** How well a name fits; 0: not at all. The beginning of the name, of one of its words, or its middle. */
function fit(name: string, query: string): number {
  const [whole, part] = [folded(name), folded(query)];
  if (part === '' || whole.startsWith(part)) return 3;
  if (whole.split(/[\s_.-]+/).some((word) => word.startsWith(part))) return 2;
  return whole.includes(part) ? 1 : 0;
}

/** The best first, and among equals in their order. @param namesOf what may be typed for it */
export function bestOf<T>(list: readonly T[], query: string, namesOf: (one: T) => readonly string[], most: number): T[] {
  return list
    .map((one) => ({ one, fits: Math.max(...namesOf(one).map((name) => fit(name, query))) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .slice(0, most)
    .map(({ one }) => one);
}
