import { describe, expect, test } from '@jest/globals';
import { cssColor, parseColor } from './color';

describe('colours of six digits', () => {
  test.each([0, 0xff, 0x1abc9c, 0xffffff])('%i is read back as it was written', (color) => {
    expect(parseColor(cssColor(color))).toBe(color);
  });

  test.each([
    ['#FA0', 0xffaa00],
    ['fa0', 0xffaa00],
    [' 1ABC9C ', 0x1abc9c],
  ])('%s', (text, color) => {
    expect(parseColor(text)).toBe(color);
  });

  test.each(['', '#', '12', '#12345', '1abc9g', 'red', '#1abc9c0'])('%s is none', (text) => {
    expect(parseColor(text)).toBeNull();
  });
});
