import { describe, expect, it } from '@jest/globals';
import { PatternFault, PatternRule } from './patterns.js';

const find = (patterns: string[], text: string, allowed: string[] = []) => new PatternRule(patterns, allowed).find(text);

describe('a pattern', () => {
  it.each([
    ['cr[yi]pto\\s+gains', 'CRYPTO  gains!', 'CRYPTO  gains'],
    ['\\b\\d{3}-\\d{4}\\b', 'call 555-1234', '555-1234'],
    ['\\b\\d{3}-\\d{4}\\b', 'call 5555-12345', null],
    ['^free', 'for free', null],
    ['(?-i)[A-Z]{5,}', 'hello there', null],
    ['(?-i)[A-Z]{5,}', 'HELLO there', 'HELLO'],
    ['\\p{Cyrillic}+', 'hi мир', 'мир'],
  ])('%s in %j finds %j', (pattern, text, found) => expect(find([pattern], text)).toBe(found));

  it('lets through what is allowed, and finds the rest', () => {
    const links = ['example\\.org/\\w+'];
    expect(find(links, 'see example.org/hearth', ['example.org/hearth'])).toBe(null);
    expect(find(links, 'see example.org/hearth and example.org/other', ['example.org/hearth'])).toBe('example.org/other');
    expect(find(links, 'see example.org/hearth2', ['example.org/hearth*'])).toBe(null);
  });

  it('looks at so much of what is allowed and no more', () => {
    expect(find(['a'], 'a'.repeat(100), ['a'])).toBe('a');
  });

  it.each(['(', 'a**', '[z-a]', '(?=ahead)', '(a)\\1', '\\p{Nonsense}', 'a{2000}'])(
    'is refused when RE2 has no such thing: %s',
    (pattern) => {
      expect(() => new PatternRule(['fine', pattern], [])).toThrow(PatternFault);
    },
  );

  it.each(['a*', '(?:)', 'x?'])('is refused when it finds something in every text: %s', (pattern) => {
    expect(() => new PatternRule([pattern], [])).toThrow('every text');
  });

  it.each(['.{900}z', '(?:a{20}){20}', '\\w{1,200}zz'])('is refused when it is too complex: %s', (pattern) => {
    expect(() => new PatternRule([pattern], [])).toThrow('too complex');
  });

  it('is refused with others when they are too complex together', () => {
    expect(
      () =>
        new PatternRule(
          Array.from({ length: 4 }, (_, index) => `x${index}.{120}`),
          [],
        ),
    ).toThrow('together');
  });

  it.each(['(a+)+$', '(a|a)*c', '(?:.*a){12}c', '[ab]*a[ab]{200}c'])(
    'that would be catastrophic elsewhere is only looked for: %s',
    (pattern) => {
      expect(find([pattern], `${'ab'.repeat(1_999)}!`)).toBe(null);
    },
  );
});
