import { expect, it } from '@jest/globals';
import { shownText } from './shown-text';

const ada = { id: '7', username: 'ada', displayName: 'Ada', avatar: null };
const shown = (content: string, highlights: [number, number][] = []) =>
  shownText({ content, mentions: [ada] }, highlights, (id) => (id === '9' ? 'general' : undefined));

it('marks what matches', () => {
  expect(shown('a cat sat', [[2, 5]])).toEqual([
    { text: 'a ', isMatch: false },
    { text: 'cat', isMatch: true },
    { text: ' sat', isMatch: false },
  ]);
  expect(shown('plain')).toEqual([{ text: 'plain', isMatch: false }]);
  expect(shown('')).toEqual([]);
});

it('names whom and what is mentioned, also where only a part of it matches', () => {
  expect(
    shown('<@7> in <#9> and <#8> <:cat:1>', [[24, 27]])
      .map(({ text }) => text)
      .join(''),
  ).toBe('@Ada in #general and #… :cat:');
  expect(shown('<:cat:1>', [[2, 5]])).toEqual([{ text: ':cat:', isMatch: true }]);
});
