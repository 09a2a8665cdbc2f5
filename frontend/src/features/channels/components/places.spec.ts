import { describe, expect, it } from '@jest/globals';
import type { Channel } from '@hearth/contract';
import type { ChannelGroup } from '@/features/channels';
import { buildChannel } from '../fixtures';
import { categoryPlaces, categoryStep, mayMove, placesAfterMove, stepTarget, type Places } from './places';

const channel = (id: string, type: Channel['type'] = 'TEXT'): Channel => buildChannel({ id, serverId: '1', type });

const groups: ChannelGroup[] = [
  { category: null, channels: [channel('a'), channel('b'), channel('c')] },
  { category: channel('X', 'CATEGORY'), channels: [channel('d')] },
  { category: channel('Y', 'CATEGORY'), channels: [] },
];

const order = (places: Places) => places.map(({ id }) => id).join('');
const anywhere = () => true;
const step = (id: string, by: -1 | 1) => {
  const target = stepTarget(groups, id, by, anywhere);
  return target && { ...target, order: order(placesAfterMove(groups, id, target)) };
};

describe('placesAfterMove', () => {
  it('numbers the group anew', () => {
    expect(placesAfterMove(groups, 'a', { parentId: null, index: 3 })).toEqual([
      { id: 'b', position: 0 },
      { id: 'c', position: 1 },
      { id: 'a', position: 2 },
    ]);
    expect(order(placesAfterMove(groups, 'c', { parentId: null, index: 0 }))).toBe('cab');
    expect(order(placesAfterMove(groups, 'a', { parentId: null, index: 2 }))).toBe('bac');
  });

  it('moves into a category, an empty one too', () => {
    expect(placesAfterMove(groups, 'b', { parentId: 'X', index: 0 })).toEqual([
      { id: 'b', position: 0, parentId: 'X' },
      { id: 'd', position: 1 },
    ]);
    expect(placesAfterMove(groups, 'b', { parentId: 'Y', index: 0 })).toEqual([{ id: 'b', position: 0, parentId: 'Y' }]);
  });

  it('asks for nothing when nothing changes', () => {
    expect(placesAfterMove(groups, 'b', { parentId: null, index: 1 })).toEqual([]);
    expect(placesAfterMove(groups, 'b', { parentId: null, index: 2 })).toEqual([]);
    expect(placesAfterMove(groups, 'gone', { parentId: null, index: 0 })).toEqual([]);
  });
});

describe('mayMove', () => {
  const may = (id: string, parentId: string | null, managed: string) =>
    mayMove(groups, id, { parentId, index: 0 }, (each) => managed.includes(each.id));

  it('takes the right to manage the channel and the category that it comes into', () => {
    expect([may('a', 'X', 'aX'), may('a', 'X', 'a'), may('a', 'X', 'X')]).toEqual([true, false, false]);
    expect([may('d', null, 'd'), may('d', null, 'X')]).toEqual([true, false]);
  });

  it('takes none of them where the channel stays in its category', () => {
    expect([may('a', null, ''), may('d', 'X', ''), may('gone', null, '')]).toEqual([true, true, false]);
  });
});

describe('stepTarget', () => {
  it('passes the neighbour', () => {
    expect(step('b', -1)).toEqual({ parentId: null, index: 0, order: 'bac' });
    expect(step('b', 1)).toEqual({ parentId: null, index: 3, order: 'acb' });
  });

  it('goes on into the next category and back', () => {
    expect(step('c', 1)).toEqual({ parentId: 'X', index: 0, order: 'cd' });
    expect(step('d', -1)).toEqual({ parentId: null, index: 3, order: 'abcd' });
    expect(step('d', 1)).toEqual({ parentId: 'Y', index: 0, order: 'd' });
  });

  it('ends at both ends', () => {
    expect(step('a', -1)).toBeNull();
    expect(stepTarget(groups.slice(0, 2), 'd', 1, anywhere)).toBeNull();
  });

  it('leads out of the first category, also where nothing else stands without one', () => {
    expect(stepTarget(groups.slice(1), 'd', -1, anywhere)).toEqual({ parentId: null, index: 0 });
    expect(placesAfterMove(groups.slice(1), 'd', { parentId: null, index: 0 })).toEqual([{ id: 'd', position: 0, parentId: null }]);
  });

  it('passes over categories that the channel cannot go into', () => {
    expect(stepTarget(groups, 'c', 1, ({ id }) => id !== 'X')).toEqual({ parentId: 'Y', index: 0 });
    expect(stepTarget(groups, 'd', -1, () => false)).toBeNull();
  });
});

describe('categoryPlaces', () => {
  const three: ChannelGroup[] = [...groups, { category: channel('Z', 'CATEGORY'), channels: [] }];

  it('puts a category before another, or last', () => {
    expect(order(categoryPlaces(three, 'Z', 0))).toBe('ZXY');
    expect(order(categoryPlaces(three, 'X', 2))).toBe('YXZ');
    expect(order(categoryPlaces(three, 'X', 3))).toBe('YZX');
  });

  it('asks for nothing when nothing changes', () => {
    for (const index of [0, 1]) expect(categoryPlaces(three, 'X', index)).toEqual([]);
    expect(categoryPlaces(three, 'gone', 0)).toEqual([]);
  });

  it('goes step by step, and ends at both ends', () => {
    expect(order(categoryStep(three, 'X', 1))).toBe('YXZ');
    expect(order(categoryStep(three, 'Y', -1))).toBe('YXZ');
    expect(categoryStep(three, 'X', -1)).toEqual([]);
    expect(categoryStep(three, 'Z', 1)).toEqual([]);
  });
});
