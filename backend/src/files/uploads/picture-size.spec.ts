import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { pictureSize } from './picture-size.js';

const picture = () => sharp({ create: { width: 60, height: 30, channels: 3, background: 'teal' } });

describe('the size of a picture', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('is that of a %s', async (format) => {
    expect(pictureSize(await picture()[format]().toBuffer())).toEqual({ width: 60, height: 30 });
  });

  it.each([1, 2, 3, 4])('is that of a photograph that stands: %i', async (orientation) => {
    expect(pictureSize(await picture().jpeg().withMetadata({ orientation }).toBuffer())).toEqual({ width: 60, height: 30 });
  });

  it.each([5, 6, 7, 8])('is turned with a photograph that lies on its side: %i', async (orientation) => {
    expect(pictureSize(await picture().jpeg().withMetadata({ orientation }).toBuffer())).toEqual({ width: 30, height: 60 });
  });

  it('is not known of what is none, nor of a photograph that breaks off', async () => {
    expect(pictureSize(Buffer.from('some words'))).toBeUndefined();
    const photo = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    for (let length = 0; length < photo.length; length += 1) expect(() => pictureSize(photo.subarray(0, length))).not.toThrow();
  });
});
