import { describe, expect, it } from '@jest/globals';
import { renditionOf, within, BOX } from './film.js';
import type { Probe } from './probe.js';

const picture = { index: 0, codec: 'h264', width: 1_280, height: 720, pixelFormat: 'yuv420p' };
const plain: Probe = { picture, sound: { index: 1, codec: 'aac', channels: 2 }, duration: 60, bitRate: 2_000_000 };
const rendition = (probe: Partial<Probe>, contentType = 'video/mp4') =>
  renditionOf({ ...plain, ...probe }, { contentType, bytes: 1_000_000 });

describe('a rendition of a video', () => {
  it.each<[string, Partial<Probe>, string?]>([
    ['plays everywhere', {}],
    ['stands upright', { picture: { ...picture, width: 720, height: 1_280 } }],
    ['has no sound', { sound: undefined }],
    ['does not say how much of it comes in a second', { bitRate: undefined }],
  ])('is not made of one that %s', (_, probe) => {
    expect(rendition(probe)).toBeNull();
  });

  it('is the same in another container where that is all', () => {
    expect(rendition({}, 'video/quicktime')).toBe('copy');
    expect(rendition({}, 'video/matroska')).toBe('copy');
  });

  it.each<[string, Partial<Probe>]>([
    ['is larger', { picture: { ...picture, width: 1_920, height: 1_080 } }],
    ['is a large square', { picture: { ...picture, width: 1_000, height: 1_000 } }],
    ['is of another codec', { picture: { ...picture, codec: 'hevc' } }],
    ['has more bits a colour', { picture: { ...picture, pixelFormat: 'yuv420p10le' } }],
    ['sounds otherwise', { sound: { index: 1, codec: 'opus', channels: 2 } }],
    ['is more than a line brings', { bitRate: 9_000_000 }],
    ['is so by its size alone', { bitRate: undefined, duration: 1 }],
    ['says nothing of how much it is', { bitRate: undefined, duration: undefined }],
  ])('is made of one that %s', (_, probe) => {
    expect(rendition(probe)).toBe('encode');
  });

  it.each([
    [1_920, 1_080, 1_280, 720],
    [1_080, 1_920, 720, 1_280],
    [3_840, 1_600, 1_280, 532],
    [1_000, 1_000, 720, 720],
    [641, 361, 640, 360],
    [9_000, 1, 1_280, 2],
  ])('of %i x %i has %i x %i', (width, height, ...size) => {
    expect(Object.values(within({ width, height }, BOX))).toEqual(size);
  });
});
