import { describe, expect, it } from '@jest/globals';
import { linksIn, pageOf } from './links.js';

describe('linksIn', () => {
  it.each([
    ['see https://a.example/b', ['https://a.example/b']],
    ['https://a.example', ['https://a.example/']],
    ['HTTPS://A.Example/Path', ['https://a.example/Path']],
    ['(https://a.example/b).', ['https://a.example/b']],
    ['https://a.example/b_(c)', ['https://a.example/b_(c)']],
    ['(as in https://a.example/b_(c))!', ['https://a.example/b_(c)']],
    ['**https://a.example/b**, _https://c.example/_', ['https://a.example/b', 'https://c.example/']],
    ['[this](https://a.example/b "title") and [that](https://c.example)', ['https://a.example/b', 'https://c.example/']],
    ['[https://a.example](https://b.example)', ['https://a.example/', 'https://b.example/']],
    ['> quoted https://a.example/?x=1&y=2', ['https://a.example/?x=1&y=2']],
    ['https://пример.испытание/путь', ['https://xn--e1afmkfd.xn--80akhbyknj4f/%D0%BF%D1%83%D1%82%D1%8C']],
    ['https://a.example/#one https://a.example/#two', ['https://a.example/#one']],
  ])('finds those of %s', (content, links) => expect(linksIn(content)).toEqual(links));

  it.each([
    'no link',
    '<https://a.example>',
    '[this](<https://a.example/>)',
    '`https://a.example`',
    '```\nhttps://a.example\n```',
    '||https://a.example||',
    '||look: https://a.example/b there||',
    'xhttps://a.example',
    'ftp://a.example',
    'https://',
    'https://user:secret@a.example/',
    `https://a.example/${'a'.repeat(3_000)}`,
  ])('finds none in %s', (content) => expect(linksIn(content)).toEqual([]));

  it('finds those around a spoiler, and where one never ends', () => {
    expect(linksIn('https://a.example ||https://b.example|| https://c.example')).toEqual(['https://a.example/', 'https://c.example/']);
    expect(linksIn('a || b https://a.example')).toEqual(['https://a.example/']);
  });

  it('takes five, each page once', () => {
    const many = Array.from({ length: 9 }, (_, index) => `https://a.example/${index} https://a.example/${index}`).join('\n');
    expect(linksIn(many)).toHaveLength(5);
  });

  it('fetches no part of a page', () => expect(pageOf('https://a.example/b?c#d')).toBe('https://a.example/b?c'));
});
