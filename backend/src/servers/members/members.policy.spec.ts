import { describe, expect, it } from '@jest/globals';
import { requireTimeout } from './members.policy.js';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');
const DAY = 24 * 3_600_000;
const at = (ms: number) => () => requireTimeout(new Date(NOW + ms), NOW);

describe('a timeout', () => {
  it('ends in the future, at most 28 days away', () => {
    expect(at(1)).not.toThrow();
    expect(at(28 * DAY)).not.toThrow();
    expect(at(0)).toThrow('in the future');
    expect(at(-DAY)).toThrow('in the future');
    expect(at(28 * DAY + 1)).toThrow('28 days');
  });

  it('may be ended', () => {
    expect(() => requireTimeout(null, NOW)).not.toThrow();
  });
});
