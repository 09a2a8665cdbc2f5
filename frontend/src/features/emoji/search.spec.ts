import { describe, expect, it } from '@jest/globals';
import { normalEmoji } from '@hearth/contract';
import { catalogueOf, loadCatalogue } from './catalogue';
import emoji from './data/emoji.json' with { type: 'json' };
import ar from './data/names.ar.json' with { type: 'json' };
import en from './data/names.en.json' with { type: 'json' };
import fa from './data/names.fa.json' with { type: 'json' };
import ru from './data/names.ru.json' with { type: 'json' };
import { findEmoji } from './search';

const chars = async (language: 'en' | 'ar' | 'fa' | 'ru', query: string, usage?: (char: string) => number) =>
  findEmoji(await loadCatalogue(language), query, usage).map(({ char }) => char);

describe('finding emoji', () => {
  it.each([
    ['en', 'tada', '🎉'],
    ['en', ':heart', '❤️'],
    ['en', 'thumbs up', '👍'],
    ['en', 'jo', '😂'],
    ['ru', 'сердце', '❤️'],
    ['ar', 'قلب', '❤️'],
    ['fa', 'قلب', '❤️'],
    ['ru', 'tada', '🎉'],
  ] as const)('in %s, %s leads to %s', async (language, query, char) =>
    expect((await chars(language, query)).slice(0, 30)).toContain(char),
  );

  it('puts the one that is written out first, then those that are used', async () => {
    expect((await chars('en', 'fire'))[0]).toBe('🔥');
    expect((await chars('en', 'car', (char) => (char === '🎠' ? 1 : 0)))[0]).toBe('🚗');
    const used = await chars('en', 'grin', (char) => (char === '😁' ? 5 : 0));
    expect(used.indexOf('😁')).toBeLessThan(3);
  });

  it('finds what servers have by name and its words, before others that fit as well', async () => {
    const custom = ['fire', 'Party_Sloth'].map((name, at) => ({
      ...{ char: `${name}:${at}`, codes: [name], name, words: name.split('_') },
      custom: { id: String(at), serverName: 'Harbour' },
    }));
    const find = async (query: string) => findEmoji(await loadCatalogue('en'), query, () => 0, custom).map(({ char }) => char);
    expect((await find(':fire'))[0]).toBe('fire:0');
    expect(await find('sloth')).toEqual(expect.arrayContaining(['🦥', 'Party_Sloth:1']));
    expect((await find('party_s'))[0]).toBe('Party_Sloth:1');
  });

  it('finds nothing for nothing, and for what no emoji is called', async () => {
    expect(await chars('en', ' : ')).toEqual([]);
    expect(await chars('en', 'qqqq')).toEqual([]);
  });
});

it('every emoji is one that the server takes, and has a name in every language', () => {
  const all = emoji.flat();
  expect(all.filter((line) => normalEmoji(line.split(' ')[0] ?? '') !== line.split(' ')[0])).toEqual([]);
  for (const names of [en, ar, fa, ru]) {
    expect(names).toHaveLength(all.length);
    expect(catalogueOf(emoji, names).all.filter(({ name }) => name === '')).toEqual([]);
  }
});
