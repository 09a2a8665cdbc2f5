import { describe, expect, it } from '@jest/globals';
import { isUsable } from './invites.policy.js';

const now = new Date('2026-11-21T09:35:00.000Z');
const later = new Date(now.getTime() + 1);

describe('isUsable', () => {
  it.each([
    ['unlimited', { uses: 1_000, maxUses: null, expiresAt: null }, true],
    ['with a use left', { uses: 1, maxUses: 2, expiresAt: null }, true],
    ['used up', { uses: 2, maxUses: 2, expiresAt: null }, false],
    ['not yet expired', { uses: 0, maxUses: null, expiresAt: later }, true],
    ['expired at this moment', { uses: 0, maxUses: null, expiresAt: now }, false],
    ['with uses left but expired', { uses: 0, maxUses: 5, expiresAt: now }, false],
  ])('an invite %s', (_, invite, usable) => {
    expect(isUsable(invite, now)).toBe(usable);
  });
});
