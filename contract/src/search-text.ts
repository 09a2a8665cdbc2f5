// Without schemas: the app marks matches and searches what it holds with the same rules as the server's index.

/** Of no width and no meaning of its own: zero-width spaces and joiners, soft hyphens, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Accents on letters, vowel points of Arabic and Hebrew, and the stroke that stretches Arabic words. Signs without which a word is another
 * one, as in Indic scripts and kana, stay, and so does the breve that makes another letter of the Cyrillic и.
 */
const DECORATIONS = [
  '\\u0300-\\u0305\\u0307-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\ufe20-\\ufe2f',
  '\\u0483-\\u0487',
  '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
  '\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed',
];
const DECORATION = new RegExp([...DECORATIONS.map((ranges) => `[${ranges}]`), '(?<!и)\\u0306'].join('|'), 'g');

/** Letters that Unicode does not take apart, and those that Arabic, Persian and Urdu keyboards write differently. */
const SAME: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ł: 'l', ŋ: 'n', ŧ: 't', ſ: 's', ς: 'σ' },
  ...{ ی: 'ي', ى: 'ي', ې: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا' },
};
const SAME_LETTER = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g');
/** Arabic and Persian digits, in two runs of ten. */
const DIGIT = /[٠-٩۰-۹]/g;

const ASCII = /^\p{ASCII}*$/u;

/** Scripts whose words are not set apart by spaces. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー々';
const UNSPACED_RUN = new RegExp(`^[${UNSPACED}]`, 'u');
/** A run of an unspaced script, a word of any other, or a picture. */
const WORD = new RegExp(
  `(?:[${UNSPACED}]\\p{M}*)+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])*|[\\p{Extended_Pictographic}\\p{RI}]`,
  'gu',
);

/** Mentions say an id where the reader sees a name; of an emoji of the server, its name counts. */
const MARKUP = /<(?:@&?|#)\d{1,19}>|<a?:(\w{1,64}):\d{1,19}>/g;

/** What belongs together when letters are taken apart: a letter with its marks, and the parts of a Hangul syllable. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu;

/** The text without what makes no difference to somebody who searches: case, accents, ways of writing the same letter. */
export function foldForSearch(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(INVISIBLE, '').toLowerCase().replace(DECORATION, '');
  return bare
    .replace(SAME_LETTER, (letter) => SAME[letter] ?? letter)
    .replace(DIGIT, (digit) => String((digit.charCodeAt(0) - 0x660) % 0x90))
    .normalize('NFC');
}

/** Words of a text, folded, in their order. */
export const searchWords = (text: string): string[] =>
  foldForSearch(text.replace(MARKUP, (_, name: string | undefined) => ` ${name ?? ''} `)).match(WORD) ?? [];

/** Whether any part of this word may be a word. */
export const isUnspaced = (word: string): boolean => UNSPACED_RUN.test(word);

/** The words with one space around each: what a pattern is looked for in. */
export const searchBody = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Something that a text must hold, or must not. Its words stand in this order, with nothing in between. */
export interface SearchTerm {
  words: string[];
  /** In quotation marks: only as whole words. */
  quoted: boolean;
  negated: boolean;
}

/** Whole words are looked for first; where they find too little, words that only hold them count too. */
export type SearchMode = 'words' | 'parts';

/** Shorter ones would be found in nearly every word. */
export const SHORTEST_PART = 3;

/** Whether a term finds more when parts of words count. */
export const hasParts = ({ words, quoted, negated }: SearchTerm): boolean =>
  !quoted && !negated && words.length === 1 && words.every((word) => !isUnspaced(word) && word.length >= SHORTEST_PART);

/** What a `searchBody` holds if and only if it matches the term. */
export function termPattern(term: SearchTerm, mode: SearchMode): string {
  const [first = ''] = term.words;
  if (mode === 'parts' && hasParts(term)) return first;
  const last = term.words.at(-1) ?? '';
  return `${isUnspaced(first) ? '' : ' '}${term.words.join(' ')}${isUnspaced(last) ? '' : ' '}`;
}

export const matchesTerms = (body: string, terms: readonly SearchTerm[], mode: SearchMode): boolean =>
  terms.every((term) => body.includes(termPattern(term, mode)) !== term.negated);

export type TextRange = [start: number, end: number];

/** Where a text matches terms: ranges of it in UTF-16 units, in order, apart from each other. */
export function searchRanges(text: string, terms: readonly SearchTerm[], mode: SearchMode): TextRange[] {
  const { body, starts, ends } = placedBody(text);
  const found = terms.flatMap((term) => {
    if (term.negated) return [];
    const pattern = termPattern(term, mode);
    const from = pattern.startsWith(' ') ? 1 : 0;
    const until = pattern.length - (pattern.endsWith(' ') ? 1 : 0);
    return occurrences(body, pattern).map((at): TextRange => [starts[at + from] ?? 0, ends[at + until - 1] ?? 0]);
  });
  return merged(found.toSorted(([one], [other]) => one - other));
}

/** As `searchBody`, with the place in the text that each of its characters comes from. */
function placedBody(text: string): { body: string; starts: number[]; ends: number[] } {
  const folded = placedFold(text);
  let body = ' ';
  const starts = [0];
  const ends = [0];
  for (const { 0: word, index } of folded.text.matchAll(WORD)) {
    for (let at = index; at < index + word.length; at += 1) {
      starts.push(folded.starts[at] ?? 0);
      ends.push(folded.ends[at] ?? 0);
    }
    starts.push(0);
    ends.push(0);
    body += `${word} `;
  }
  return { body, starts, ends };
}

function placedFold(text: string): { text: string; starts: number[]; ends: number[] } {
  const placed = { text: '', starts: [] as number[], ends: [] as number[] };
  // A text has few letters, and each many times.
  const known = new Map<string, string>();
  const foldOnce = (cluster: string): string => {
    const folded = known.get(cluster) ?? foldForSearch(cluster);
    known.set(cluster, folded);
    return folded;
  };
  const add = (folded: string, start: number, end: number) => {
    placed.text += folded;
    for (let count = folded.length; count > 0; count -= 1) {
      placed.starts.push(start);
      placed.ends.push(end);
    }
  };
  for (const { 0: cluster, index } of withoutMarkup(text).matchAll(CLUSTER)) {
    add(foldOnce(cluster), index, index + cluster.length);
  }
  return placed;
}

/** Of the same length: what is no text becomes spaces. */
const withoutMarkup = (text: string): string =>
  text.replace(MARKUP, (markup, name: string | undefined) =>
    name === undefined ? ' '.repeat(markup.length) : name.padStart(markup.indexOf(name) + name.length).padEnd(markup.length),
  );

function occurrences(body: string, pattern: string): number[] {
  const found: number[] = [];
  // From the space on that ends the last one, which may begin the next.
  for (let at = body.indexOf(pattern); at >= 0; at = body.indexOf(pattern, at + Math.max(1, pattern.length - 1))) found.push(at);
  return found;
}

function merged(ranges: TextRange[]): TextRange[] {
  const apart: TextRange[] = [];
  for (const [start, end] of ranges) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
