import { describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { placeNew, planOrder, type ChannelPlace } from './channels.policy.js';

const place = (id: string, change: Partial<ChannelPlace> = {}): ChannelPlace => ({
  id,
  type: 'TEXT',
  parentId: null,
  position: 0,
  ...change,
});
const many = (count: number, change: Partial<ChannelPlace> = {}) =>
  Array.from({ length: count }, (_, index) => place(`${1_000 + index}`, { position: index, ...change }));

const category = place('1', { type: 'CATEGORY' });
const text = place('2', { position: 1 });
const nested = place('3', { parentId: '1' });
const server = [category, text, nested];
const all = new Set(server.map(({ id }) => id));

describe('placeNew', () => {
  it('puts the first one at 0', () => {
    expect(placeNew([], 'TEXT', null)).toEqual({ position: 0 });
  });

  it('puts it behind the others of its category', () => {
    expect(placeNew(server, 'TEXT', null)).toEqual({ position: 2 });
    expect(placeNew(server, 'VOICE', '1')).toEqual({ position: 1 });
  });

  it.each([
    ['a parent that is not there', 'TEXT', '99'],
    ['a parent that is no category', 'TEXT', '2'],
    ['a category in a category', 'CATEGORY', '1'],
  ] as const)('refuses %s', (_, type, parentId) => {
    expect(() => placeNew(server, type, parentId)).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
  });

  it('stops at the limits of server and category', () => {
    expect(() => placeNew(many(limits.channelsPerServer), 'TEXT', null)).toThrow(expect.objectContaining({ code: 'LIMIT_REACHED' }));
    expect(placeNew([category, ...many(limits.channelsPerCategory - 1, { parentId: '1' })], 'TEXT', '1')).toBeDefined();
    expect(() => placeNew([category, ...many(limits.channelsPerCategory, { parentId: '1' })], 'TEXT', '1')).toThrow(
      expect.objectContaining({ code: 'LIMIT_REACHED' }),
    );
  });
});

describe('planOrder', () => {
  it('returns only what changes', () => {
    const plan = planOrder(server, all, [
      { id: '2', position: 1 },
      { id: '3', position: 5 },
    ]);
    expect(plan).toEqual([{ ...nested, position: 5 }]);
  });

  it('moves into and out of categories, and stays where nothing is said', () => {
    const plan = planOrder(server, all, [
      { id: '2', position: 1, parentId: '1' },
      { id: '3', position: 0, parentId: null },
      { id: '1', position: 4 },
    ]);
    expect(plan.map(({ id, parentId, position }) => [id, parentId, position])).toEqual([
      ['2', '1', 1],
      ['3', null, 0],
      ['1', null, 4],
    ]);
  });

  it.each([
    ['an unknown channel', [{ id: '99', position: 0 }]],
    ['an unknown category', [{ id: '2', position: 0, parentId: '99' }]],
    ['a parent that is no category', [{ id: '3', position: 0, parentId: '2' }]],
    ['a category in a category', [{ id: '1', position: 0, parentId: '1' }]],
    [
      'a channel twice',
      [
        { id: '2', position: 0 },
        { id: '2', position: 1 },
      ],
    ],
  ])('refuses %s', (_, moves) => {
    expect(() => planOrder(server, all, moves)).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
  });

  it('treats channels that the mover cannot see as not there', () => {
    const withoutCategory = new Set(['2', '3']);
    expect(() => planOrder(server, withoutCategory, [{ id: '1', position: 3 }])).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
    expect(() => planOrder(server, withoutCategory, [{ id: '2', position: 3, parentId: '1' }])).toThrow(
      expect.objectContaining({ code: 'VALIDATION' }),
    );
    expect(planOrder(server, withoutCategory, [{ id: '3', position: 3 }])).toEqual([{ ...nested, position: 3 }]);
  });

  it('keeps categories within their limit, also when as many leave as come', () => {
    const full = [category, text, ...many(limits.channelsPerCategory, { parentId: '1' })];
    const visible = new Set(full.map(({ id }) => id));
    const come = { id: '2', position: 0, parentId: '1' };
    expect(() => planOrder(full, visible, [come])).toThrow(expect.objectContaining({ code: 'VALIDATION' }));
    expect(planOrder(full, visible, [come, { id: '1000', position: 0, parentId: null }])).toHaveLength(2);
  });
});
