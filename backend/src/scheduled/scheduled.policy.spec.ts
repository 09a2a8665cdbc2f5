import { describe, expect, it } from '@jest/globals';
import { nonce } from '@hearth/contract';
import { isPassing, nonceOf } from './scheduled.policy.js';

describe('the nonce of a scheduled message', () => {
  it('is one that the contract takes, always the same, and of no other', () => {
    const ids = Array.from({ length: 100 }, (_, index) => String(251804722003968001n + BigInt(index)));
    for (const id of ids) expect(nonce.parse(nonceOf(id))).toBe(nonceOf(id));
    expect(new Set(ids.map(nonceOf)).size).toBe(ids.length);
  });
});

it('is tried again where nothing speaks against it', () => {
  expect(isPassing('UNAVAILABLE')).toBe(true);
  expect(isPassing('SLOWMODE')).toBe(false);
});
