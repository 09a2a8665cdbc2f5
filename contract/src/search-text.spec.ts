import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  foldForSearch,
  hasParts,
  isUnspaced,
  matchesTerms,
  searchBody,
  searchRanges,
  searchWords,
  type SearchTerm,
} from './search-text.js';

const term = (text: string, options: Partial<SearchTerm> = {}): SearchTerm => ({
  words: searchWords(text),
  quoted: false,
  negated: false,
  ...options,
});
const found = (text: string, query: string, mode: 'words' | 'parts' = 'words') =>
  searchRanges(text, [term(query)], mode).map(([start, end]) => text.slice(start, end));

describe('folding', () => {
  it.each([
    ['Café Élan Straße ÅNGSTRÖM', 'cafe elan strasse angstrom'],
    ['Ёлка И ЙОД', 'елка и йод'],
    ['Σίσυφος', 'σισυφοσ'],
    ['أَهْلاً وسهـــلاً', 'اهلا وسهلا'],
    ['کتاب‌های فارسی ۱۲۳', 'كتابهاي فارسي 123'],
    ['مدرسة', 'مدرسه'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['İstanbul ILIK', 'istanbul ilik'],
    ['が 한국어', 'が 한국어'],
    ['भाषा ภาษาไทย', 'भाषा ภาษาไทย'.normalize('NFKD').normalize('NFC')],
  ])('%s', (text, folded) => expect(foldForSearch(text)).toBe(folded));

  it('is done once', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(searchWords(searchBody(searchWords(text)))).toEqual(searchWords(text))),
    ));
});

describe('words', () => {
  it.each([
    ["Don't stop-now: a@b.org", ['don', 't', 'stop', 'now', 'a', 'b', 'org']],
    ['iPhone手机很好 ok', ['iphone', '手机很好', 'ok']],
    ['hi <@123> in <#456> <:party_cat:789> 🎉', ['hi', 'in', 'party', 'cat', '🎉']],
    ['*** --- !', []],
  ])('%s', (text, words) => expect(searchWords(text)).toEqual(words));

  it('know scripts without spaces', () => {
    expect(['手机', 'สวัสดี', 'カタカナ'].map(isUnspaced)).toEqual([true, true, true]);
    expect(['word', 'слово', '한국어', 'كلمة'].map(isUnspaced)).toEqual([false, false, false, false]);
  });
});

describe('matching', () => {
  it('takes whole words, and parts of them in the other mode', () => {
    const body = searchBody(searchWords('The football match'));
    expect(matchesTerms(body, [term('ball')], 'words')).toBe(false);
    expect(matchesTerms(body, [term('ball')], 'parts')).toBe(true);
    expect(matchesTerms(body, [term('ball', { quoted: true })], 'parts')).toBe(false);
    expect(matchesTerms(body, [term('FOOTBALL'), term('match')], 'words')).toBe(true);
    expect(matchesTerms(body, [term('football'), term('match', { negated: true })], 'words')).toBe(false);
    expect(hasParts(term('of'))).toBe(false);
  });

  it('takes phrases in their order, and any part of a script without spaces', () => {
    const body = searchBody(searchWords('we meet at noon, 我们明天去公园'));
    expect(matchesTerms(body, [term('meet at noon')], 'words')).toBe(true);
    expect(matchesTerms(body, [term('meet noon')], 'words')).toBe(false);
    expect(matchesTerms(body, [term('明天去')], 'words')).toBe(true);
    expect(matchesTerms(body, [term('天明')], 'words')).toBe(false);
  });
});

describe('highlights', () => {
  it('show the text as it was written', () => {
    expect(found('Un café, deux CAFÉS', 'cafe')).toEqual(['café']);
    expect(found('Un café, deux CAFÉS', 'cafe', 'parts')).toEqual(['café', 'CAFÉ']);
    expect(found('Die Straße und die Strasse', 'strasse')).toEqual(['Straße', 'Strasse']);
    expect(found('أَهْلاً وسهلاً', 'اهلا')).toEqual(['أَهْلاً']);
    expect(found('我们明天去公园', '明天')).toEqual(['明天']);
    expect(found('go go go', 'go')).toEqual(['go', 'go', 'go']);
    expect(found('<@123> said 123', '123')).toEqual(['123']);
    expect(found("don't", "don't")).toEqual(["don't"]);
  });

  it('are the words of the text, in order and apart', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const words = searchWords(text);
        const word = words[at % Math.max(1, words.length)];
        if (word === undefined) return;
        const ranges = searchRanges(text, [{ words: [word], quoted: true, negated: false }], 'words');
        expect(ranges.length).toBeGreaterThan(0);
        expect(ranges.flat()).toEqual(ranges.flat().toSorted((one, other) => one - other));
        for (const [start, end] of ranges) expect(foldForSearch(text.slice(start, end))).toContain(word);
      }),
    ));
});
