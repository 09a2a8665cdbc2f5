import { expect, test } from '@jest/globals';
import { autoDir } from './auto-dir';

test('the direction of a field is that of its text, unless that is nothing or very long', () => {
  expect(autoDir('')).toBeUndefined();
  expect(autoDir('سلام')).toBe('auto');
  expect(autoDir('سلام\n'.repeat(10_000))).toBeUndefined();
});
