import { expect, test } from '@jest/globals';
import { fromUnits, GIGABYTE, inUnits, MEGABYTE } from './units';

test('sizes are written in units and read again', () => {
  expect(inUnits(100 * MEGABYTE, MEGABYTE)).toBe('100');
  expect(inUnits(1_572_864, MEGABYTE)).toBe('1.5');
  expect(fromUnits(' 1.5 ', GIGABYTE, 2 ** 50)).toBe(1.5 * GIGABYTE);
  expect(fromUnits('1,5', MEGABYTE, 2 ** 50)).toBe(1.5 * MEGABYTE);
});

test('what is no size, nothing, or too much is none', () => {
  for (const text of ['', '0', '-1', '1e3', 'many', '1.', '99999999']) expect(fromUnits(text, GIGABYTE, 2 ** 50)).toBeNull();
});
