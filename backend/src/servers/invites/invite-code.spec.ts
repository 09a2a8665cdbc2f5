import { describe, expect, it } from '@jest/globals';
import { isInviteCode, makeInviteCode } from './invite-code.js';

describe('invite codes', () => {
  it('are ten letters and digits, and differ', () => {
    const codes = Array.from({ length: 1_000 }, makeInviteCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-Za-z]{10}$/);
    expect(new Set(codes).size).toBe(1_000);
    expect(codes.every(isInviteCode)).toBe(true);
  });

  it.each(['', 'a b', 'a\0b', '\ud800', 'x'.repeat(65)])('are not %j', (text) => {
    expect(isInviteCode(text)).toBe(false);
  });
});
