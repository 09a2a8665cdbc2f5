import { expect, it } from '@jest/globals';
import { laterTimestamp } from './later.js';
import { limits } from './limits.js';

const LAST = limits.laterDays * 24 * 3_600_000;
const MARGIN = 60_000;

it.each([
  ['past', -MARGIN, false],
  ['soon', MARGIN, true],
  ['almost too far', LAST - MARGIN, true],
  ['too far', LAST + MARGIN, false],
])('takes times to come: %s', (_, ms, expected) => {
  expect(laterTimestamp.safeParse(new Date(Date.now() + ms).toISOString()).success).toBe(expected);
});

it('takes nothing but a time', () => {
  expect(laterTimestamp.safeParse('tomorrow').success).toBe(false);
});
