import { expect, it } from '@jest/globals';
import { shownText } from './shown-text';

const known = (id: string, name: string) => (asked: string) => (asked === id ? name : '?');
const names = { user: known('7', 'Ada'), role: known('5', 'Bakers'), channel: known('9', 'general') };
const shown = (content: string, highlights: [number, number][] = []) => shownText(content, highlights, names);

it('marks what matches', () => {
  expect(shown('a cat sat', [[2, 5]])).toEqual([
    { text: 'a ', isMatch: false },
    { text: 'cat', isMatch: true },
    { text: ' sat', isMatch: false },
  ]);
  expect(shown('plain')).toEqual([{ text: 'plain', isMatch: false }]);
  expect(shown('')).toEqual([]);
});

it('names whom and what is mentioned', () => {
  const said = shown('<@7> and <@&5> in <#9>, not <@8>, <@&8>, <#8>');
  expect(said.map(({ text }) => text).join('')).toBe('@Ada and @Bakers in #general, not @?, @?, #?');
});

it('knows emoji, also where only a part of one matches', () => {
  expect(shown('a <:cat:1>', [[4, 7]])).toEqual([
    { text: 'a ', isMatch: false },
    { text: 'cat', emoji: '1', isMatch: true },
  ]);
});
