/** Letters of cursive scripts would join; this keeps them apart. */
const ZERO_WIDTH_NON_JOINER = '\u200c';

const SEPARATORS = /[\s._-]+/u;
const VISIBLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** The first letters of the first and the last word of a name, by grapheme, so that emoji and accents stay whole. */
export function initials(name: string, count: 1 | 2 = 2): string {
  const words = name.split(SEPARATORS).filter((word) => VISIBLE.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => (word ? [firstLetter(word)] : []));
  return letters.slice(0, count).join(/\p{Script=Arabic}/u.test(name) ? ZERO_WIDTH_NON_JOINER : '');
}

/** One for all: making it takes longer than what it does. */
const graphemes = /* @__PURE__ */ new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstLetter(word: string): string {
  const first = [...graphemes.segment(word)].find(({ segment }) => VISIBLE.test(segment));
  return (first?.segment ?? '').toLocaleUpperCase();
}
