import { describe, expect, it } from '@jest/globals';
import { blocksAround, layoutOf } from './layout';

const groups = [
  { id: '900', count: 2 },
  { id: 'online' as const, count: 1 },
  { id: 'offline' as const, count: 3 },
];

describe('layoutOf', () => {
  const layout = layoutOf(groups);

  it('puts a heading before the rows of each group', () => {
    const shown = Array.from({ length: layout.count }, (_, item) => {
      const at = layout.at(item);
      return at?.kind === 'heading' ? at.group.id : at?.row;
    });
    expect(shown).toEqual(['900', 0, 1, 'online', 2, 'offline', 3, 4, 5]);
    expect([layout.at(9), layout.at(-1)]).toEqual([undefined, undefined]);
  });

  it('finds the item of a row', () => {
    expect([0, 1, 2, 3, 5].map((row) => layout.at(layout.itemOf(row)))).toMatchObject([0, 1, 2, 3, 5].map((row) => ({ kind: 'row', row })));
  });

  it('knows which rows are between two items, whether these are headings or not', () => {
    expect(layout.rowsBetween(0, 5)).toEqual({ first: 0, last: 2 });
    expect(layout.rowsBetween(2, 8)).toEqual({ first: 1, last: 5 });
  });

  it('of nobody is empty', () => {
    const empty = layoutOf([]);
    expect([empty.count, empty.at(0), empty.rowsBetween(0, 0)]).toEqual([0, undefined, { first: 0, last: 0 }]);
  });
});

describe('blocksAround', () => {
  it('holds what is on screen and a little more', () => {
    expect(blocksAround({ first: 0, last: 24 }, 10_000)).toEqual([0]);
    expect(blocksAround({ first: 20, last: 44 }, 10_000)).toEqual([0, 1]);
    expect(blocksAround({ first: 5_010, last: 5_034 }, 10_000)).toEqual([99, 100, 101]);
  });

  it('does not go beyond the ends', () => {
    expect(blocksAround({ first: 0, last: 40 }, 12)).toEqual([0]);
    expect(blocksAround({ first: 9_980, last: 9_999 }, 10_000)).toEqual([199]);
    expect(blocksAround({ first: 0, last: 0 }, 0)).toEqual([0]);
  });

  it('never asks for more than four', () => {
    expect(blocksAround({ first: 0, last: 900 }, 10_000)).toEqual([0, 1, 2, 3]);
  });
});
