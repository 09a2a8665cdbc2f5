import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { foldText } from './fold-text.js';
import { KeywordRules } from './keyword-rules.js';

const find = async (keywords: string[], text: string, allowed: string[] = []) => {
  const rules = await KeywordRules.build([{ keywords, allowed }]);
  return rules.find(foldText(text)).get(0) ?? null;
};

describe('a keyword', () => {
  it.each([
    ['cat', 'the cat sat', 'cat'],
    ['cat', 'cat', 'cat'],
    ['cat', 'Cat!', 'cat'],
    ['cat', '(CÄT)', 'cat'],
    ['cat', 'concatenate', null],
    ['cat', 'cats', null],
    ['cat', 'my_cat', null],
    ['cat*', 'cats', 'cat'],
    ['cat*', 'tomcat', null],
    ['cat*', 'concatenate', null],
    ['*cat', 'tomcat', 'cat'],
    ['*cat', 'catalogue', null],
    ['*cat*', 'concatenate', 'cat'],
    ['free nitro', 'get FREE\n  nitro now', 'free nitro'],
    ['free nitro', 'free the nitro', null],
    ['c++', 'C++ is', 'c++'],
    ['c++', 'c+', null],
    ['😀', 'well😀done', '😀'],
    ['傻瓜', '你是傻瓜吗', '傻瓜'],
    ['كلمة', 'هذه كَلِمة هنا', 'كلمة'],
    ['слово', 'СЛОВО!', foldText('слово')],
    ['𠮷', 'a𠮷b', '𠮷'],
  ])('%j in %j finds %j', async (keyword, text, found) => expect(await find([keyword], text)).toBe(found));

  it('is found although it overlaps with others', async () => {
    expect(await find(['*abcd*', '*bc*'], 'xabce')).toBe('bc');
    expect(await find(['she', 'he', 'hers'], 'ushers')).toBe(null);
    expect(await find(['*he*'], 'ushers')).toBe('he');
  });
});

describe('what is allowed', () => {
  it.each([
    ['nottingham', 'I live in Nottingham', null],
    ['nottingham', 'Nottingham is no ham', 'ham'],
    ['*tting', 'I live in Nottingham', 'ham'],
    ['in nottingham', 'I live in Nottingham', null],
  ])('%j lets %j through but for %j', async (allowed, text, found) => expect(await find(['*ham*'], text, [allowed])).toBe(found));

  it('counts for its own rule alone', async () => {
    const rules = await KeywordRules.build([
      { keywords: ['*cat*'], allowed: ['concatenate'] },
      { keywords: ['*cat*'], allowed: [] },
    ]);
    expect([...rules.find('concatenate').keys()]).toEqual([1]);
  });
});

describe('many keywords', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });

  it('find what looking for each of them finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(letters, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ') }),
        async (words, text) => {
          const rules = await KeywordRules.build(
            words.flatMap((word) => [`*${word}*`, `${word}*`, `*${word}`, word].map((keyword) => ({ keywords: [keyword], allowed: [] }))),
          );
          const patterns = words.flatMap((word) => [word, `\\b${word}`, `${word}\\b`, `\\b${word}\\b`]);
          const expected = patterns.flatMap((pattern, owner) => (new RegExp(pattern).test(foldText(text)) ? [owner] : []));
          expect([...rules.find(foldText(text)).keys()].sort((one, other) => one - other)).toEqual(expected);
        },
      ),
    );
  });
});
