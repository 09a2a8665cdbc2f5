import { describe, expect, it } from '@jest/globals';
import { fitted, isShrinkable } from './shrink';

const picture = (type: string, size: number) => ({ type, size }) as Blob;

describe('smaller pictures', () => {
  it.each([
    [4_096, 3_072, 2_048, 1_536],
    [3_000, 6_000, 1_024, 2_048],
    [800, 600, 800, 600],
    [10_000, 1, 2_048, 1],
  ])('%d×%d fits into %d×%d', (...sides) => {
    const [width, height, fittedWidth, fittedHeight] = sides;
    expect(fitted(width, height)).toEqual({ width: fittedWidth, height: fittedHeight });
  });

  it('are offered of large ones that do not move', () => {
    expect(isShrinkable(picture('image/jpeg', 5_000_000))).toBe(true);
    expect(isShrinkable(picture('image/png', 100_000))).toBe(false);
    expect(isShrinkable(picture('image/gif', 5_000_000))).toBe(false);
    expect(isShrinkable(picture('application/pdf', 5_000_000))).toBe(false);
  });
});
