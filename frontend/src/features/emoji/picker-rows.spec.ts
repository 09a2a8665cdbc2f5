import { describe, expect, it } from '@jest/globals';
import { catalogueOf } from './catalogue';
import { allRows, foundRows, moveTo, type PickerRow } from './picker-rows';

const catalogue = catalogueOf(
  [
    ['😀 a', '😁 b', '😂 c', '🤣 d', '😃 e'],
    ['👍 f', '👎 g'],
  ],
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
);
const content = allRows(catalogue, ['👍🏽', '🦥'], 3);
const shown = (row: PickerRow) => {
  if (row.kind === 'items') return row.items.map(({ char }) => char).join('');
  return row.kind === 'server' ? row.name : row.section;
};
const chars = content.items.map(({ char }) => char);

describe('the rows of the picker', () => {
  it('begin with what is used often, without skin tones, under a heading each', () => {
    expect(content.rows.map(shown)).toEqual(['frequent', '👍', 'smileys', '😀😁😂', '🤣😃', 'people', '👍👎']);
    expect(chars).toHaveLength(8);
  });

  it('have what servers have before the groups, under the name of each', () => {
    const wave = { char: 'wave:11', codes: ['wave'], name: 'wave', words: [], custom: { id: '11', serverName: 'Harbour' } };
    const servers = [{ id: '1', name: 'Harbour', icon: null, list: [wave] }];
    const rows = allRows(catalogue, ['wave:11', 'gone:99', '👍'], 3, servers).rows.map(shown);
    expect(rows.slice(0, 5)).toEqual(['frequent', 'wave:11👍', 'Harbour', 'wave:11', 'smileys']);
  });

  it('have no heading when they are found', () =>
    expect(foundRows(catalogue.all, 4).rows.map(({ kind }) => kind)).toEqual(['items', 'items']));
});

describe('arrow keys', () => {
  const go = (place: number, step: 'next' | 'previous' | 'up' | 'down') => {
    const target = moveTo(content, place, step);
    return target === null ? null : chars[target];
  };

  it.each([
    [-1, 'down', '👍'],
    [-1, 'up', null],
    [0, 'down', '😀'],
    [3, 'down', '😃'],
    [2, 'down', '😃'],
    [4, 'up', '😀'],
    [1, 'up', '👍'],
    [0, 'up', '👍'],
    [0, 'previous', '👍'],
    [5, 'next', '👍'],
    [7, 'next', '👎'],
    [7, 'down', '👎'],
  ] as const)('from %s %s to %s', (place, step, char) => expect(go(place, step)).toBe(char));

  it('lead nowhere when nothing is found', () => expect(moveTo(foundRows([], 3), -1, 'down')).toBeNull());
});
