import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import sharp from 'sharp';
import { MediaService } from './media.service.js';
import type { MadeFile } from './tasks.js';

let media: MediaService;
let root: string;
let folder: string;
beforeAll(async () => {
  media = new MediaService(new PinoLogger({ pinoHttp: { level: 'silent' } }));
  root = await mkdtemp(path.join(tmpdir(), 'hearth-image-'));
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'made-'));
});
afterAll(async () => {
  media.beforeApplicationShutdown();
  await rm(root, { recursive: true });
});

async function make(data: Buffer) {
  const source = path.join(root, 'source');
  await writeFile(source, data);
  return media.run({ kind: 'image', source, folder });
}
const sizes = (made: MadeFile[]) => Object.fromEntries(made.map(({ name, width, height }) => [name, `${width}x${height}`]));

/** As a phone takes one on its side. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' }, IFD0: { Artist: 'Ada Lovelace' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

describe('an image', () => {
  it('is made ready in all its sizes, upright, with nothing of what a camera wrote', async () => {
    const { width, height, animated, placeholder, made } = await make(await photo(3_000, 2_000));
    expect({ width, height, animated }).toEqual({ width: 2_000, height: 3_000, animated: false });
    expect(placeholder).toMatch(/^data:image\/webp;base64,[\w+/=]{20,400}$/);
    expect(sizes(made)).toEqual({
      original: '2000x3000',
      ...{ 'thumbnail.webp': '67x100', 'thumbnail.avif': '67x100' },
      ...{ 'preview.webp': '267x400', 'preview.avif': '267x400' },
      ...{ 'full.webp': '1280x1920', 'full.avif': '1280x1920' },
    });
    expect((await readdir(folder)).toSorted()).toEqual(made.map(({ name }) => name).toSorted());
    for (const { name, contentType, bytes, ...size } of made) {
      const data = await readFile(path.join(folder, name));
      expect(data).toHaveLength(bytes);
      const { format, compression, exif, autoOrient } = await sharp(data).metadata();
      expect(contentType).toBe(`image/${compression === 'av1' ? 'avif' : format}`);
      expect(autoOrient).toEqual(size);
      expect(data.includes('Lovelace')).toBe(false);
      expect((exif?.length ?? 0) > 0).toBe(name === 'original');
    }
  });

  it('is not blown up', async () => {
    const small = await sharp({ create: { width: 60, height: 30, channels: 4, background: '#f008' } })
      .png()
      .toBuffer();
    expect(sizes((await make(small)).made)).toEqual({ original: '60x30', 'thumbnail.webp': '60x30', 'thumbnail.avif': '60x30' });
    const middle = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'red' } })
      .avif()
      .toBuffer();
    expect(Object.keys(sizes((await make(middle)).made))).not.toContain('full.webp');
  });

  it('that moves goes on moving', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 600, height: 300, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [80, 80] })
      .toBuffer();
    const { animated, made } = await make(moving);
    expect(animated).toBe(true);
    const pages = await Promise.all(made.map(async ({ name }) => [name, (await sharp(path.join(folder, name)).metadata()).pages ?? 1]));
    expect(Object.fromEntries(pages)).toEqual({
      ...{ original: 2, 'preview.webp': 2, 'full.webp': 2 },
      ...{ 'still.webp': 1, 'thumbnail.webp': 1, 'thumbnail.avif': 1 },
    });
  });

  it.each([
    ['a text', () => Promise.resolve(Buffer.from('no image'))],
    ['an SVG', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))],
    ['one that breaks off', async () => (await photo(800, 600)).subarray(0, 1_500)],
  ])('%s is refused', async (_, data) => {
    await expect(make(await data())).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('with more pixels than a process can hold is refused by its head', async () => {
    const head = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    head.writeUInt32BE(60_000, 16);
    head.writeUInt32BE(60_000, 20);
    await expect(make(head)).rejects.toMatchObject({ code: 'VALIDATION' });
  });
});
