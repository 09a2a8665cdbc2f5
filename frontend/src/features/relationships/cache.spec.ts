import { describe, expect, it } from '@jest/globals';
import { applyRelationship, applyUserToRelationships, concealments } from './cache';
import { buildRelationship } from './fixtures';

const ben = buildRelationship({ id: '2', type: 'FRIEND', createdAt: '2026-11-21T09:00:00.000Z' });
const cyd = buildRelationship({ id: '3', type: 'BLOCKED', createdAt: '2026-11-21T10:00:00.000Z' });
const held = [ben, cyd];

describe('a changed relationship', () => {
  it('stands where its time puts it', () => {
    const between = buildRelationship({ id: '10', type: 'INCOMING', createdAt: '2026-11-21T09:00:00.000Z' });
    expect(applyRelationship(held, between)).toEqual([ben, between, cyd]);
  });

  it('takes the place of what it was', () => {
    const later = { ...ben, type: 'BLOCKED' as const, createdAt: '2026-11-21T11:00:00.000Z' };
    expect(applyRelationship(held, later)).toEqual([cyd, later]);
  });

  it('stays while somebody is ignored, and goes with the last of it', () => {
    const ignored = { ...cyd, type: null, ignored: true };
    expect(applyRelationship(held, ignored)).toEqual([ben, ignored]);
    expect(applyRelationship(held, { ...ignored, ignored: false })).toEqual([ben]);
    expect(applyRelationship([], { ...ignored, ignored: false })).toEqual([]);
  });
});

describe('a new name', () => {
  it('shows', () => {
    const named = { ...ben.user, displayName: 'Benjamin' };
    expect(applyUserToRelationships(held, named)).toEqual([{ ...ben, user: named }, cyd]);
  });

  it('of a stranger changes nothing', () => {
    expect(applyUserToRelationships(held, { ...ben.user, id: '9' })).toBe(held);
  });
});

it('blocked and ignored people are not heard, a block before all', () => {
  const ignored = buildRelationship({ id: '4', type: 'FRIEND', ignored: true });
  const both = buildRelationship({ id: '5', type: 'BLOCKED', ignored: true });
  expect([...concealments([ben, cyd, ignored, both])]).toEqual([
    ['3', 'blocked'],
    ['4', 'ignored'],
    ['5', 'blocked'],
  ]);
});
