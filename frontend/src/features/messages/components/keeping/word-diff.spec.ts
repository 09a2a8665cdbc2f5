import { describe, expect, test } from '@jest/globals';
import { wordDiff } from './word-diff';

const told = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('what an edit changed', () => {
  test.each([
    ['the same', 'one two', 'one two', 'one two'],
    ['a word', 'one two three', 'one 2 three', 'one -[two]+[2] three'],
    ['at the end', 'one', 'one two', 'one+[ two]'],
    ['at the beginning', 'two', 'one two', '+[one ]two'],
    ['everything', 'one', 'two', '-[one]+[two]'],
    ['from nothing', '', 'one', '+[one]'],
    ['signs', 'yes.', 'yes!', 'yes-[.]+[!]'],
    ['letters with marks', 'кот и пёс', 'кот или пёс', 'кот -[и]+[или] пёс'],
    ['without spaces', '我喜欢茶', '我不喜欢茶', '我+[不]喜欢茶'],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  test('gives back both texts, however long', () => {
    const before = Array.from({ length: 1_500 }, (_, index) => `a${index}`).join(' ');
    const after = Array.from({ length: 1_500 }, (_, index) => `b${index}`).join(' ');
    const parts = wordDiff(before, after);
    const text = (left: 'added' | 'removed') =>
      parts
        .filter(({ kind }) => kind !== left)
        .map((part) => part.text)
        .join('');
    expect([text('added'), text('removed')]).toEqual([before, after]);
  });
});
