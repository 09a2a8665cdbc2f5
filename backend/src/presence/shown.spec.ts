import { describe, expect, it } from '@jest/globals';
import { statusOf } from './shown.js';

describe('statusOf', () => {
  it.each([
    ['online', 'active', 'online'],
    ['online', 'idle', 'idle'],
    ['online', undefined, 'offline'],
    ['idle', 'active', 'idle'],
    ['dnd', 'idle', 'dnd'],
    ['dnd', undefined, 'offline'],
    ['invisible', 'active', 'offline'],
  ] as const)('%s at %s devices looks %s', (chosen, activity, looks) => {
    expect(statusOf(chosen, activity)).toBe(looks);
  });
});
