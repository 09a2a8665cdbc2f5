import { describe, expect, it } from '@jest/globals';
import { panBy, WHOLE, zoomBy } from './zoom';

const place = { width: 1_000, height: 800 };
const picture = { width: 600, height: 800 };

describe('looking closely', () => {
  it('goes in around a point, and no further than there is anything to see', () => {
    const near = zoomBy(WHOLE, 2, { x: 100, y: -50 });
    expect(near).toEqual({ scale: 2, x: -100, y: 50 });
    // The point is where it was: (point - shift) / scale.
    expect([(100 - near.x) / near.scale, (-50 - near.y) / near.scale]).toEqual([100, -50]);
    expect(zoomBy(near, 100).scale).toBe(8);
  });

  it('goes out to the whole', () => {
    expect(zoomBy({ scale: 2, x: 100, y: 50 }, 0.4)).toEqual(WHOLE);
  });

  it('moves what is larger than its place, up to its edges', () => {
    expect(panBy(WHOLE, { x: 50, y: 50 }, place, picture)).toEqual(WHOLE);
    expect(panBy({ scale: 2, x: 0, y: 0 }, { x: 500, y: -2_000 }, place, picture)).toEqual({ scale: 2, x: 100, y: -400 });
  });
});
