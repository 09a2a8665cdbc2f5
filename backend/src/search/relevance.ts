import { idTime, searchBody, termPattern, type SearchTerm } from '@hearth/contract';
import type { Hit } from './search.repository.js';

const DAY = 86_400_000;
/** Words of a usual message. */
const USUAL_LENGTH = 12;
/** How fast more of the same word counts less, and how much length counts (Robertson's BM25). */
const [SATURATION, LENGTH] = [1.2, 0.6];

/**
 * How well a message answers: how often it holds what is asked for, for its length; whole words above parts, words that stand together
 * above words that are scattered, and of two alike the newer one.
 */
export function relevance({ body, id }: Pick<Hit, 'body' | 'id'>, terms: readonly SearchTerm[], now: number): number {
  const wanted = terms.filter(({ negated }) => !negated);
  const length = body.split(' ').length - 2;
  const weight = SATURATION * (1 - LENGTH + (LENGTH * length) / USUAL_LENGTH);
  const frequencies = wanted.map((term) => {
    const count = occurrences(body, termPattern(term, 'words')) + occurrences(body, termPattern(term, 'parts')) / 2;
    return (count * (SATURATION + 1)) / (count + weight);
  });
  const together = wanted.length > 1 && body.includes(searchBody(wanted.flatMap(({ words }) => words)));
  const age = Math.max(0, now - idTime(id)) / DAY;
  return sum(frequencies) + (together ? 1 : 0) + 0.5 / (1 + age / 30);
}

/** Beyond these another one counts next to nothing. */
const MOST_COUNTED = 20;

function occurrences(body: string, pattern: string): number {
  let count = 0;
  for (let at = body.indexOf(pattern); at >= 0 && count < MOST_COUNTED; at = body.indexOf(pattern, at + pattern.length)) count += 1;
  return count;
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
