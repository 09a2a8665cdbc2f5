import { expect, it } from '@jest/globals';
import { idAt, searchBody, searchWords, type SearchTerm } from '@hearth/contract';
import { relevance } from './relevance.js';

const NOW = Date.UTC(2026, 10, 21);
const term = (word: string): SearchTerm => ({ words: [word], quoted: false, negated: false });
const score = (text: string, terms: SearchTerm[], age = 0) =>
  relevance({ id: idAt(NOW - age * 86_400_000), body: searchBody(searchWords(text)) }, terms, NOW);

it('counts how often, how close, how whole and how new', () => {
  const fox = [term('fox')];
  expect(score('fox fox', fox)).toBeGreaterThan(score('fox dog', fox));
  expect(score('a fox', fox)).toBeGreaterThan(score(`a fox ${'and more '.repeat(20)}`, fox));
  expect(score('a fox', fox)).toBeGreaterThan(score('some foxes', fox));
  expect(score('a fox', fox)).toBeGreaterThan(score('a fox', fox, 100));
  const both = [term('red'), term('fox')];
  expect(score('red fox here', both)).toBeGreaterThan(score('fox here red', both));
});
