import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pngBytes } from '../../../test/factories/pictures.js';
import { rasterImage } from './raster-image.js';

const gif = (width: number, height: number) => {
  const bytes = Buffer.alloc(13);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
};

/** Small boxes that say nothing, as many as fit. */
const boxes = (size: number) => {
  const bytes = Buffer.alloc(size);
  bytes.write('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1');
  for (let at = 24; at + 8 < size; at += 8) bytes.write('\0\0\0\x08free', at, 'latin1');
  return bytes;
};

describe('rasterImage', () => {
  it('says what a picture is, by its bytes', () => {
    expect(rasterImage(pngBytes(640, 480))).toEqual({ contentType: 'image/png', width: 640, height: 480 });
    expect(rasterImage(gif(3, 2))).toEqual({ contentType: 'image/gif', width: 3, height: 2 });
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>')],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['what breaks off', pngBytes(640, 480).subarray(0, 12)],
    ['nothing', Buffer.alloc(0)],
    ['no area', pngBytes(0, 480)],
    ['boxes without end', boxes(5_000_000)],
    ['what is too wide for a screen', pngBytes(20_000, 10)],
    ['what is too large for one', pngBytes(16_000, 16_000)],
  ])('takes no %s', (_, bytes) => expect(rasterImage(bytes)).toBeNull());

  it('lives through whatever begins like a picture', () => {
    const beginnings = ['\x89PNG\r\n\x1a\n', 'GIF89a', '\xff\xd8\xff', 'RIFF....WEBPVP8 ', '\0\0\0\x18ftypavif', '\0\0\0\x18ftypheic'];
    const bytes = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(bytes, ([beginning, rest]) => {
        const image = rasterImage(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
        expect(image === null || image.width * image.height > 0).toBe(true);
      }),
    );
  });
});
