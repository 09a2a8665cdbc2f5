import { describe, expect, it } from '@jest/globals';
import { buildRow, buildRows } from './fixtures';
import { applyMembersChanged, fromWindow, placeOf, rowAt } from './part';

const place = { serverId: '10', channelId: '1' };
const rows = buildRows(0, 120);
const held = fromWindow(place, {
  version: 1,
  total: 120,
  groups: [{ id: 'online', count: 120 }],
  blocks: [1, 2].map((index) => ({ index, rows: rows.slice(index * 50, (index + 1) * 50) })),
});

describe('a part of the member list', () => {
  it('knows the rows of its blocks, and nothing of others', () => {
    expect([rowAt(held, 49), rowAt(held, 50), rowAt(held, 119), rowAt(held, 120)]).toEqual([undefined, rows[50], rows[119], undefined]);
  });

  it('knows where somebody stands', () => {
    expect([placeOf(held, '1000'), placeOf(held, '1117')]).toEqual([-1, 117]);
  });

  it('takes rows that it holds and rows that are new', () => {
    const newcomer = buildRow('5');
    const change = {
      ...place,
      version: 2,
      total: 121,
      groups: [{ id: 'online' as const, count: 121 }],
      blocks: [
        { index: 1, rows: [newcomer, [0, 49] as [number, number]] },
        { index: 2, rows: [rows[99] ?? newcomer, [0, 20] as [number, number]] },
        { index: 3, rows: [newcomer] },
      ],
    };
    const next = applyMembersChanged(held, change);
    expect(next.total).toBe(121);
    expect([rowAt(next, 50), rowAt(next, 51), rowAt(next, 100), rowAt(next, 120)]).toEqual([newcomer, rows[50], rows[99], rows[119]]);
    // A block that is not held is not begun with rows that lean on it.
    expect(Object.keys(next.blocks)).toEqual(['1', '2']);
  });
});
