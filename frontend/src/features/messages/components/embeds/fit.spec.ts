import { describe, expect, it } from '@jest/globals';
import type { Embed } from '@hearth/contract';
import { fit, heightOf, hostOf, isThumbnail } from './fit';

const embed = (width: number, height: number, more: Partial<Embed> = {}): Embed => ({
  url: 'https://a.example/',
  type: 'link',
  title: 'Title',
  description: null,
  siteName: null,
  image: { url: '/x', width, height, alt: null },
  ...more,
});

describe('fit', () => {
  it.each([
    [
      { width: 100, height: 50 },
      { width: 100, height: 50 },
    ],
    [
      { width: 1200, height: 600 },
      { width: 400, height: 200 },
    ],
    [
      { width: 600, height: 1200 },
      { width: 150, height: 300 },
    ],
    [
      { width: 10_000, height: 1 },
      { width: 400, height: 1 },
    ],
  ])('shows %o as %o', (size, shown) => expect(fit(size)).toEqual(shown));
});

describe('isThumbnail', () => {
  it('puts small, square and upright pictures beside the text', () => {
    expect([embed(64, 32), embed(1000, 1000), embed(600, 900)].every(isThumbnail)).toBe(true);
    expect([embed(1200, 630), embed(1000, 1000, { type: 'video' }), { ...embed(1, 1), image: undefined }].some(isThumbnail)).toBe(false);
  });
});

describe('heightOf', () => {
  it('knows how high pictures will be before they come', () => {
    expect(heightOf([embed(1200, 600, { type: 'image' })])).toBe(208);
    expect(heightOf([embed(1200, 600)]) - heightOf([{ ...embed(1200, 600), image: undefined }])).toBe(208);
    expect(heightOf([])).toBe(0);
  });
});

it('calls a site by its host', () => expect(hostOf('https://www.a.example:8080/b')).toBe('a.example'));
