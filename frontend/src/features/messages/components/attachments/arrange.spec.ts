import { describe, expect, it, test } from '@jest/globals';
import type { Attachment } from '@hearth/contract';
import { arranged, galleryRows, heightOf, shownSize } from './arrange';

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{ id, name: `${id}.png`, contentType: 'image/png', size: 1, kind: 'image', state: 'ready', variants: [], width: 800, height: 600 },
  ...more,
});

describe('files of a message', () => {
  it('that are pictures stand together; what is none, or cannot be shown, is a file', () => {
    const all = [file('1'), file('2', { kind: 'document' }), file('3', { state: 'processing' }), file('4', { state: 'failed' })];
    const { pictures, files } = arranged(all);
    expect([pictures, files].map((list) => list.map(({ id }) => id))).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });

  it('have their height before they are there', () => {
    expect(heightOf([])).toBe(0);
    expect(heightOf([file('1')])).toBe(304);
    expect(heightOf([file('1', { width: 40, height: 30 }), file('2', { kind: 'file' })])).toBe(102);
    expect(heightOf([file('1'), file('2')])).toBe(199);
  });
});

test.each([
  [
    { width: 4_000, height: 3_000 },
    { width: 400, height: 300 },
  ],
  [
    { width: 300, height: 3_000 },
    { width: 32, height: 320 },
  ],
  [
    { width: 10_000, height: 1 },
    { width: 400, height: 1 },
  ],
  [
    { width: 20, height: 10 },
    { width: 20, height: 10 },
  ],
  [{}, { width: 320, height: 240 }],
])('a picture of %j is shown at %j', (size, shown) => {
  expect(shownSize(size)).toEqual(shown);
});

test('rows of a gallery', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(galleryRows)).toEqual([
    ...[[1], [2], [3], [2, 2], [2, 3], [3, 3], [1, 3, 3], [2, 3, 3], [3, 3, 3], [1, 3, 3, 3]],
  ]);
});
