import { expect, test } from '@jest/globals';
import { holdsMessages, holdsThreads } from './channel-types.js';

test('people write in these', () => {
  expect((['TEXT', 'VOICE', 'THREAD', 'DM'] as const).every(holdsMessages)).toBe(true);
  expect((['CATEGORY', 'FORUM'] as const).some(holdsMessages)).toBe(false);
});

test('threads and posts begin in these', () => {
  expect((['TEXT', 'ANNOUNCEMENT', 'FORUM'] as const).every(holdsThreads)).toBe(true);
  expect((['CATEGORY', 'VOICE', 'THREAD', 'DM'] as const).some(holdsThreads)).toBe(false);
});
