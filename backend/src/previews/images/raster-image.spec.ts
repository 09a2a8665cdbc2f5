import { describe, expect, it } from '@jest/globals';
import { pngBytes } from '../../../test/factories/pictures.js';
import { rasterImage } from './raster-image.js';

const gif = (width: number, height: number) => {
  const bytes = Buffer.alloc(13);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
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
    ['what is too wide for a screen', pngBytes(20_000, 10)],
    ['what is too large for one', pngBytes(16_000, 16_000)],
  ])('takes no %s', (_, bytes) => expect(rasterImage(bytes)).toBeNull());
});
