import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, filterText, isEmptySearch, isTimeZone, parseSearch, searchFilterNames, searchTokens, startOfDay } from './search-query.js';

const TODAY = { year: 2026, month: 3, day: 1 };
const parse = (text: string) => parseSearch(text, TODAY);

describe('the query language', () => {
  it('knows words, phrases and what must not be there', () => {
    expect(parse('Hello "two words" -not -"a phrase"').terms).toEqual([
      { words: ['hello'], quoted: false, negated: false },
      { words: ['two', 'words'], quoted: true, negated: false },
      { words: ['not'], quoted: false, negated: true },
      { words: ['a', 'phrase'], quoted: true, negated: true },
    ]);
  });

  it('knows filters, with and without sigil, quotation marks and minus', () => {
    const query = parse('from:ada FROM:@grace -from:bob in:#general in:"my thread" mentions:ada has:link -has:poll is:pinned');
    expect(query.from).toEqual([
      { value: 'ada', negated: false },
      { value: 'grace', negated: false },
      { value: 'bob', negated: true },
    ]);
    expect(query.in.map(({ value }) => value)).toEqual(['general', 'my thread']);
    expect(query.mentions).toEqual([{ value: 'ada', negated: false }]);
    expect(query.has).toEqual([
      { kind: 'link', negated: false },
      { kind: 'poll', negated: true },
    ]);
    expect(query).toMatchObject({ pinned: true, terms: [], faults: [] });
    expect(parse('from: ada').from).toEqual([{ value: 'ada', negated: false }]);
  });

  it.each([
    ['before:2026-03-10 before:2026-03-05', { year: 2026, month: 3, day: 5 }, null],
    ['after:2025', null, { year: 2026, month: 1, day: 1 }],
    ['after:2025-12', null, { year: 2026, month: 1, day: 1 }],
    ['after:2025-12-31', null, { year: 2026, month: 1, day: 1 }],
    ['before:today after:yesterday', TODAY, TODAY],
    ['before:yesterday', { year: 2026, month: 2, day: 28 }, null],
  ])('%s', (text, before, since) => expect(parse(text)).toMatchObject({ before, since, faults: [] }));

  it.each(['before:soon', 'after:2026-02-30', 'before:2026-13', '-before:2026', 'has:cheese', 'is:big', 'from:', 'in:@', 'has: '])(
    'says that %s means nothing',
    (text) => expect(parse(text).faults).toHaveLength(1),
  );

  it('takes what only looks like a filter for words', () => {
    expect(parse('https://example.org note:this').terms.map(({ words }) => words)).toEqual([
      ['https', 'example', 'org'],
      ['note', 'this'],
    ]);
    expect(isEmptySearch(parse('!!! -- ""'))).toBe(true);
    expect(isEmptySearch(parse('is:pinned'))).toBe(false);
  });

  it('asks for each thing once, and for no more than can be told apart', () => {
    expect(parse('fox "fox" fox -fox fox').terms).toHaveLength(3);
    expect(parse(Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ')).terms).toHaveLength(32);
  });

  it('cuts any text into pieces that do not overlap', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab:- "“”in@#') }), (text) => {
        let last = 0;
        for (const { start, end } of searchTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        parse(text);
      }),
    ));

  it('reads what it writes', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...searchFilterNames),
        fc.string({ minLength: 1, unit: fc.constantFrom(...'aé :-#') }),
        (filter, value) => {
          fc.pre(value.trim() !== '');
          const [token, ...others] = searchTokens(filterText(filter, value));
          expect([token?.filter, token?.value, others]).toEqual([filter, value, []]);
        },
      ),
    ));
});

describe('days', () => {
  it('begin where they are', () => {
    expect(startOfDay({ year: 2026, month: 11, day: 21 }, 'UTC')).toBe(Date.UTC(2026, 10, 21));
    expect(startOfDay({ year: 2026, month: 11, day: 21 }, 'Asia/Tehran')).toBe(Date.UTC(2026, 10, 20, 20, 30));
    expect(startOfDay({ year: 2026, month: 3, day: 29 }, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 28, 23));
    expect(startOfDay({ year: 2026, month: 3, day: 30 }, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22));
    expect(dayIn('America/New_York', Date.UTC(2026, 0, 1, 2))).toEqual({ year: 2025, month: 12, day: 31 });
  });
  it('know time zones', () => expect(['UTC', 'Asia/Tehran', 'Moon/Base', ''].map(isTimeZone)).toEqual([true, true, false, false]));
});
