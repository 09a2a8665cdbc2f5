/** Words as often as in a language: the one at rank r about 1/r as often as the first (Zipf's law). */
const WORDS = 20_000;
const FRAGMENTS = 4_096;
const WORDS_A_FRAGMENT = 4;
const SYLLABLES = ['ba', 'den', 'ki', 'lor', 'mu', 'nat', 'pe', 'ris', 'so', 'tal', 'ver', 'wim', 'yo', 'zan', 'qui', 'fe'];

/** The same in every run. */
function random(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** No two alike, and the more frequent the shorter. */
const wordAt = (rank: number): string => {
  const rest = Math.floor(rank / SYLLABLES.length);
  return (rest > 0 ? wordAt(rest - 1) : '') + (SYLLABLES[rank % SYLLABLES.length] ?? '');
};

/** By rank. */
export const vocabulary: readonly string[] = Array.from({ length: WORDS }, (_, rank) => wordAt(rank));

/** Runs of words that messages are made of. */
export const fragments: readonly string[] = makeFragments();

/** A word that few messages have: one of `rareWords`. */
export const rareWord = (number: number | ''): string => `rare${number}`;

/** How many rare words there are, so that each stands in about fifty of so many messages. */
export const rareWords = (messages: number): number => Math.max(1, Math.round(messages / 50));

function makeFragments(): string[] {
  const next = random();
  const zipf = () => vocabulary[Math.min(WORDS - 1, Math.floor(WORDS ** next()) - 1)] ?? '';
  return Array.from({ length: FRAGMENTS }, () => Array.from({ length: WORDS_A_FRAGMENT }, zipf).join(' '));
}
