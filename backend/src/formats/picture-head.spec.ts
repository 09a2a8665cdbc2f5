import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { pngBytes } from '../../test/factories/pictures.js';
import { pictureHead } from './picture-head.js';

const picture = () => sharp({ create: { width: 60, height: 30, channels: 3, background: 'teal' } });
const made = (format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif') => picture()[format]().toBuffer();

/** Small boxes that say nothing, as many as fit. */
const boxes = (size: number) => {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at + 8 <= size; at += 8) bytes.write('\0\0\0\x08free', at, 'latin1');
  return bytes;
};

describe('the head of a picture', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('is read from the beginning of a %s', async (type) => {
    const data = await made(type);
    expect(pictureHead(data)).toEqual({ type, width: 60, height: 30 });
    // A part of something larger is no more than that part.
    expect(pictureHead(Buffer.concat([Buffer.alloc(9), data]).subarray(9))).toEqual({ type, width: 60, height: 30 });
  });

  it.each([
    ['words', Buffer.from('some words')],
    ['nothing', new Uint8Array()],
    ['noise', Buffer.alloc(4_096, 0xff)],
    ['a picture that breaks off', pngBytes(640, 480).subarray(0, 12)],
    ['one without sides', pngBytes(0, 480)],
    ['boxes without end', Buffer.concat([Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1'), boxes(5_000_000)])],
  ])('is not known of %s', (_, bytes) => expect(pictureHead(bytes)).toBeUndefined());

  it('is looked for in no more boxes than a picture has', async () => {
    const data = await made('avif');
    const type = data.readUInt32BE(0);
    expect(pictureHead(Buffer.concat([data.subarray(0, type), boxes(70_000), data.subarray(type)]))).toBeUndefined();
  });

  it('may break off anywhere', async () => {
    for (const data of [await made('jpeg'), await made('png'), await made('gif'), await made('webp'), await made('avif')])
      for (let length = 0; length < data.length; length += 1) expect(() => pictureHead(data.subarray(0, length))).not.toThrow();
  });

  it('may go on as it likes', () => {
    const beginnings = ['\x89PNG\r\n\x1a\n', 'GIF89a', '\xff\xd8\xff', 'RIFF....WEBPVP8 ', '\0\0\0\x18ftypavif', '\0\0\0\x18ftypheic'];
    const bytes = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(bytes, ([beginning, rest]) => {
        const head = pictureHead(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
        expect(head === undefined || head.width * head.height > 0).toBe(true);
      }),
    );
  });
});
