import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { pictureSize } from './picture-size.js';

const picture = () => sharp({ create: { width: 60, height: 30, channels: 3, background: 'teal' } });
const made = (format: 'jpeg' | 'png' | 'gif' | 'webp' | 'avif') => picture()[format]().toBuffer();

describe('the size of a picture', () => {
  it.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)('is read from the beginning of a %s', async (format) => {
    const data = await made(format);
    expect(pictureSize(data)).toEqual({ width: 60, height: 30 });
    // A part of something larger is no more than that part.
    expect(pictureSize(Buffer.concat([Buffer.alloc(9), data]).subarray(9))).toEqual({ width: 60, height: 30 });
  });

  it.each([1, 2, 3, 4])('is that of a photograph that stands: %i', async (orientation) => {
    expect(pictureSize(await picture().jpeg().withMetadata({ orientation }).toBuffer())).toEqual({ width: 60, height: 30 });
  });

  it.each([5, 6, 7, 8])('is turned with a photograph that lies on its side: %i', async (orientation) => {
    expect(pictureSize(await picture().jpeg().withMetadata({ orientation }).toBuffer())).toEqual({ width: 30, height: 60 });
  });

  it('is not known of what is none, or breaks off', async () => {
    expect(pictureSize(Buffer.from('some words'))).toBeUndefined();
    expect(pictureSize(new Uint8Array())).toBeUndefined();
    expect(pictureSize(Buffer.alloc(4_096, 0xff))).toBeUndefined();
    const photo = await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    for (const data of [photo, await made('png'), await made('gif'), await made('webp'), await made('avif')])
      for (let length = 0; length < data.length; length += 1) expect(() => pictureSize(data.subarray(0, length))).not.toThrow();
  });

  it('is looked for in no more boxes than a picture has', async () => {
    const data = await made('avif');
    const empty = Buffer.alloc(70_000);
    for (let at = 0; at < empty.length; at += 8) empty.write('\0\0\0\x08free', at, 'latin1');
    const type = data.readUInt32BE(0);
    expect(pictureSize(Buffer.concat([data.subarray(0, type), empty, data.subarray(type)]))).toBeUndefined();
  });

  it('is not believed of a picture without sides', async () => {
    const data = await made('png');
    data.fill(0, 16, 20);
    expect(pictureSize(data)).toBeUndefined();
  });
});
