import { describe, expect, it } from '@jest/globals';
import { beginning, boxOf, middleOf, mostZoom, moved, turned, turnedSize, wholePixels, zoomed, type View } from './crop';

const wide: View = { size: { width: 1_000, height: 500 }, ratio: 1 };
const banner: View = { size: { width: 500, height: 500 }, ratio: 5 / 2 };

describe('what is in the frame', () => {
  it('is at first as much of the middle as there is', () => {
    expect(boxOf(wide, beginning(wide))).toEqual({ x: 250, y: 0, width: 500, height: 500 });
    expect(boxOf(banner, beginning(banner))).toEqual({ x: 0, y: 150, width: 500, height: 200 });
  });

  it('follows the hand, as far as the picture reaches', () => {
    const placing = moved(wide, beginning(wide), { x: 0.2, y: 0.5 });
    expect(boxOf(wide, placing)).toMatchObject({ x: 150, y: 0 });
    expect(boxOf(wide, moved(wide, placing, { x: 9, y: 0 })).x).toBe(0);
    expect(boxOf(wide, moved(wide, placing, { x: -9, y: 0 })).x).toBe(500);
  });

  it('is a smaller part the nearer it comes, about the same middle', () => {
    const near = zoomed(wide, beginning(wide), 2);
    expect(boxOf(wide, near)).toEqual({ x: 375, y: 125, width: 250, height: 250 });
    const corner = moved(wide, near, { x: 9, y: 9 });
    expect(boxOf(wide, corner)).toEqual({ x: 0, y: 0, width: 250, height: 250 });
    expect(boxOf(wide, zoomed(wide, corner, 1))).toEqual({ x: 0, y: 0, width: 500, height: 500 });
    expect(middleOf(wide, corner)).toEqual({ x: 0.125, y: 0.25 });
  });

  it('comes no nearer than there is something to see', () => {
    expect(zoomed(wide, beginning(wide), 99).zoom).toBe(500 / 64);
    expect(zoomed(wide, beginning(wide), 0).zoom).toBe(1);
    expect(mostZoom({ size: { width: 20, height: 20 }, ratio: 1 })).toBe(1);
    expect(mostZoom({ size: { width: 9_000, height: 9_000 }, ratio: 1 })).toBe(8);
  });
});

describe('a turn by a quarter', () => {
  it('keeps what is in the middle', () => {
    const corner = moved(wide, zoomed(wide, beginning(wide), 4), { x: 9, y: 9 });
    const after = turned(wide, corner);
    const view = { ...wide, size: turnedSize(wide.size, 1) };
    expect(boxOf(view, after)).toEqual({ x: 375, y: 0, width: 125, height: 125 });
  });

  it('comes back after four', () => {
    const placing = moved(wide, zoomed(wide, beginning(wide), 3), { x: 0.3, y: 0.1 });
    let held = placing;
    for (let turns = 0; turns < 4; turns += 1) held = turned({ ...wide, size: turnedSize(wide.size, turns) }, held);
    expect(held).toEqual({ x: expect.closeTo(placing.x), y: expect.closeTo(placing.y), zoom: placing.zoom });
  });
});

it.each([
  [
    { x: 0.4, y: -0.2, width: 10.4, height: 9.6 },
    { x: 0, y: 0, width: 10, height: 10 },
  ],
  [
    { x: 94.9, y: 49.99, width: 5.2, height: 0.2 },
    { x: 94, y: 49, width: 5, height: 1 },
  ],
  [
    { x: 99.9, y: 0, width: 30, height: 50 },
    { x: 99, y: 0, width: 1, height: 50 },
  ],
])('whole pixels of %j', (box, whole) => {
  expect(wholePixels({ width: 100, height: 50 }, box)).toEqual(whole);
});
