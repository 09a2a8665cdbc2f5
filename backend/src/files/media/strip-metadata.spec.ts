import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { stripMetadata } from './strip-metadata.js';

/** Two colours, so that which way is up shows. */
const drawing = async (): Promise<Sharp> => {
  const left = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'blue' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } }).composite([{ input: left, left: 0, top: 0 }]);
};

const SECRET = 'Ada Lovelace, 51.5007 N';
const told = (picture: Sharp, orientation?: number): Sharp =>
  picture
    .keepIccProfile()
    .withExif({ IFD0: { Copyright: SECRET, ImageDescription: SECRET }, IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${SECRET}</rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ ...(orientation && { orientation }) });

const pixels = (data: Buffer): Promise<Buffer> => sharp(data, { animated: true }).autoOrient().raw().toBuffer();

async function expectStripped(data: Buffer, orientation = 1): Promise<Buffer> {
  const stripped = stripMetadata(data, orientation);
  if (!stripped) throw new Error('not stripped');
  const { exif, xmp, iptc } = await sharp(stripped).metadata();
  expect({ exif: exif?.length ?? 0, xmp, iptc }).toEqual({
    exif: orientation > 1 ? expect.any(Number) : 0,
    xmp: undefined,
    iptc: undefined,
  });
  expect(stripped.includes('Lovelace')).toBe(false);
  expect(await pixels(stripped)).toEqual(await pixels(data));
  return stripped;
}

describe('a picture loses what was written into it, and nothing else', () => {
  it.each([
    ['JPEG', (picture: Sharp) => picture.jpeg()],
    ['progressive JPEG', (picture: Sharp) => picture.jpeg({ progressive: true })],
    ['PNG', (picture: Sharp) => picture.png()],
    ['WebP', (picture: Sharp) => picture.webp()],
  ])('%s', async (_, as) => {
    const data = await as(told(await drawing())).toBuffer();
    expect(data.includes('Lovelace')).toBe(true);
    const stripped = await expectStripped(data);
    expect(await expectStripped(stripped)).toEqual(stripped);
  });

  it.each([
    ['JPEG', (picture: Sharp) => picture.jpeg()],
    ['PNG', (picture: Sharp) => picture.png()],
    ['WebP', (picture: Sharp) => picture.webp()],
  ])('%s that lies on its side stays so', async (_, as) => {
    const data = await as(told(await drawing(), 6)).toBuffer();
    const stripped = await expectStripped(data, 6);
    expect(await sharp(stripped).metadata()).toMatchObject({ orientation: 6 });
  });

  it('GIF that moves', async () => {
    const frames = await Promise.all(
      ['red', 'blue', 'green'].map((background) =>
        sharp({ create: { width: 8, height: 8, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [80, 80, 80], loop: 0 })
      .toBuffer();
    // A comment and XMP, right after the colours of all frames.
    const [head, rest] = [moving.subarray(0, 13 + 3 * 2 ** ((moving.readUInt8(10) & 7) + 1)), moving];
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, SECRET.length]), Buffer.from(SECRET), Buffer.from([0])]);
    const xmp = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('XMP DataXMP'),
      Buffer.from([4]),
      Buffer.from('Love'),
      Buffer.from([0]),
    ]);
    const data = Buffer.concat([head, comment, xmp, rest.subarray(head.length)]);
    const stripped = stripMetadata(data, 1);
    expect(stripped).toEqual(moving);
    expect(await sharp(stripped ?? data).metadata()).toMatchObject({ pages: 3, loop: 0 });
  });

  it('JPEG with something behind it, as phones put films', async () => {
    const data = await (await drawing()).jpeg().toBuffer();
    expect(stripMetadata(Buffer.concat([data, Buffer.from(SECRET)]), 1)).toEqual(stripMetadata(data, 1));
  });
});

it('leaves alone what it does not know, or what breaks off', async () => {
  const picture = await drawing();
  for (const data of [await picture.jpeg().toBuffer(), await picture.png().toBuffer()]) {
    expect(stripMetadata(data.subarray(0, data.length - 20), 1)).toBeNull();
    expect(stripMetadata(data.subarray(0, 30), 1)).toBeNull();
  }
  expect(stripMetadata(await picture.avif().toBuffer(), 1)).toBeNull();
  expect(stripMetadata(Buffer.from('no picture'), 1)).toBeNull();
  expect(stripMetadata(Buffer.alloc(0), 1)).toBeNull();
});
