import { describe, expect, it, test } from '@jest/globals';
import type { Attachment, Message } from '@hearth/contract';
import { arranged, coveringWidth, galleryRows, heightOf, shownSize } from './arrange';

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  ...{ id, name: `${id}.png`, contentType: 'image/png', size: 1, kind: 'image', state: 'ready', variants: [], width: 800, height: 600 },
  ...more,
});

describe('files of a message', () => {
  it('that are pictures stand together, and films; what is neither, or cannot be shown, is a file', () => {
    const all = [
      ...[file('1'), file('2', { kind: 'document' }), file('3', { state: 'processing' }), file('4', { state: 'failed' })],
      file('5', { kind: 'video', contentType: 'video/mp4' }),
      file('6', { kind: 'video', contentType: 'video/quicktime', variants: ['video'] }),
      file('7', { kind: 'video', contentType: 'video/quicktime', state: 'processing' }),
      file('8', { kind: 'video', contentType: 'video/quicktime' }),
      file('9', { kind: 'video', contentType: 'video/mp4', state: 'failed' }),
    ];
    const { pictures, films, files } = arranged(all);
    expect([pictures, films, files].map((list) => list.map(({ id }) => id))).toEqual([
      ['1', '3'],
      ['5', '6', '7'],
      ['2', '4', '8', '9'],
    ]);
  });

  it('have their height before they are there', () => {
    const height = (attachments: Attachment[], type: Message['type'] = 'DEFAULT') => heightOf({ attachments, type });
    expect(height([])).toBe(0);
    expect(height([file('1')])).toBe(310);
    expect(height([file('1', { kind: 'video', contentType: 'video/mp4' })])).toBe(310);
    expect(height([file('1', { kind: 'video', state: 'processing', width: undefined })])).toBe(235);
    expect(height([file('1', { width: 80, height: 60 }), file('2', { kind: 'file' })])).toBe(140);
    expect(height([file('1'), file('2')])).toBe(205);
    expect(height([file('1', { kind: 'audio' })])).toBe(148);
    expect(height([file('1', { kind: 'audio', state: 'processing' })])).toBe(148);
    expect(height([file('1', { kind: 'audio' })], 'VOICE')).toBe(90);
  });
});

test.each([
  [
    { width: 4_000, height: 3_000 },
    { width: 400, height: 300 },
  ],
  [
    { width: 300, height: 3_000 },
    { width: 48, height: 320 },
  ],
  [
    { width: 10_000, height: 1 },
    { width: 400, height: 48 },
  ],
  [
    { width: 20, height: 60 },
    { width: 48, height: 60 },
  ],
  [undefined, { width: 320, height: 240 }],
])('a picture of %j is shown at %j', (size, shown) => {
  expect(shownSize(size)).toEqual(shown);
});

test('rows of a gallery', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(galleryRows)).toEqual([
    ...[[1], [2], [3], [2, 2], [2, 3], [3, 3], [1, 3, 3], [2, 3, 3], [3, 3, 3], [1, 3, 3, 3]],
  ]);
});

test.each([
  [{ width: 4_000, height: 300 }, 2_600],
  [{ width: 300, height: 4_000 }, 260],
  [{}, 260],
])('a picture of %j that covers 260 by 195 is %i wide', (size, wide) => {
  expect(coveringWidth(size, { width: 260, height: 195 })).toBe(wide);
});
