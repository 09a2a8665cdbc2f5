import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { headOf, readable, type Head } from './readers.js';
import { stripMetadata } from './strip-metadata.js';
import type { FrameTask, ImageResult, ImageTask, MadeFile, StillResult } from './tasks.js';

/** Of all frames together: what the best cameras of phones make. */
const MAX_PIXELS = 210_000_000;

/** Pixels wide and high at most. */
const SIZES = { thumbnail: 100, preview: 400, full: 1_920 } as const;
type Size = keyof typeof SIZES;

/** Pixels of what stands in for it before anything is there. */
const PLACEHOLDER = 16;

const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error' } as const;

interface Format {
  extension: 'webp' | 'avif';
  encode: (picture: Sharp) => Sharp;
}

const WEBP: Format = { extension: 'webp', encode: (picture) => picture.webp({ quality: 80, effort: 4 }) };
const AVIF: Format = { extension: 'avif', encode: (picture) => picture.avif({ quality: 55, effort: 2 }) };

/**
 * What is shown of an image, in sizes that it has: a smaller one is not blown up. One that moves goes on moving as WebP, and stands still as
 * thumbnail and as `still`. `original` is the image itself without what was written into it.
 *
 * @throws RefusedPicture
 */
export async function makeImage({ source, folder }: ImageTask): Promise<ImageResult> {
  const data = await readFile(source);
  const head = await headOf(data, MAX_PIXELS);
  const { width, height, frames } = head;
  const animated = frames > 1;
  const still = await stillOf(data);
  const made = [await keep(folder, 'original', await cleaned(data, head), { width, height })];
  for (const size of sizesOf(head)) made.push(...(await variants(folder, size, { data, still, animated })));
  if (animated) made.push(await write(folder, 'still', still.clone(), SIZES.preview, WEBP));
  return { width, height, animated, placeholder: await placeholder(still), made };
}

/** A frame in all sizes, the largest one as `poster`. @throws RefusedPicture */
export async function makeFrame({ source, folder }: FrameTask): Promise<StillResult> {
  const data = await readFile(source);
  const head = await headOf(data, MAX_PIXELS);
  return makeStill(await stillOf(data), { folder, largest: 'poster', size: head });
}

interface StillOptions {
  folder: string;
  /** What the largest size is called: whatever its size, it is there. */
  largest: 'poster' | 'full';
  size: { width: number; height: number };
}

/** What is shown of a picture that is not kept itself. */
export async function makeStill(still: Sharp, { folder, largest, size: { width, height } }: StillOptions): Promise<StillResult> {
  const made: MadeFile[] = [];
  const smaller = sizesOf({ width, height }).filter((size) => size !== 'full');
  for (const size of smaller) made.push(...(await bothFormats(folder, size, still, SIZES[size])));
  made.push(...(await bothFormats(folder, largest, still, SIZES.full)));
  return { width, height, placeholder: await placeholder(still), made };
}

/** The first frame at the largest size, decoded once for all. */
async function stillOf(data: Buffer): Promise<Sharp> {
  const side = SIZES.full;
  const picture = sharp(data, OPTIONS).autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
  const { data: raw, info } = await readable(() => picture.raw().toBuffer({ resolveWithObject: true }));
  return sharp(raw, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function sizesOf({ width, height }: Pick<Head, 'width' | 'height'>): Size[] {
  const side = Math.max(width, height);
  return ['thumbnail', ...(side > SIZES.thumbnail ? (['preview'] as const) : []), ...(side > SIZES.preview ? (['full'] as const) : [])];
}

interface Source {
  data: Buffer;
  still: Sharp;
  animated: boolean;
}

async function variants(folder: string, size: Size, { data, still, animated }: Source): Promise<MadeFile[]> {
  if (animated && size !== 'thumbnail')
    return [await write(folder, size, sharp(data, { ...OPTIONS, animated }).autoOrient(), SIZES[size], WEBP)];
  return bothFormats(folder, size, still, SIZES[size]);
}

async function bothFormats(folder: string, name: string, still: Sharp, side: number): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  for (const format of [WEBP, AVIF]) made.push(await write(folder, name, still.clone(), side, format));
  return made;
}

async function write(folder: string, name: string, picture: Sharp, side: number, { extension, encode }: Format): Promise<MadeFile> {
  const sized = picture.resize(side, side, { fit: 'inside', withoutEnlargement: true });
  const { data, info } = await readable(() => encode(sized).toBuffer({ resolveWithObject: true }));
  return keep(
    folder,
    `${name}.${extension}`,
    { data, contentType: `image/${extension}` },
    { width: info.width, height: info.pageHeight ?? info.height },
  );
}

interface Content {
  data: Buffer;
  contentType: string;
}

async function keep(
  folder: string,
  name: string,
  { data, contentType }: Content,
  size: { width: number; height: number },
): Promise<MadeFile> {
  await writeFile(path.join(folder, name), data);
  return { name, contentType, bytes: data.length, ...size };
}

/** AVIF holds what was written into it in places of its own: it is written anew. */
async function cleaned(data: Buffer, { orientation }: Head): Promise<Content> {
  const { format } = await readable(() => sharp(data, OPTIONS).metadata());
  const stripped = stripMetadata(data, orientation);
  if (stripped) return { data: stripped, contentType: `image/${format}` };
  const anew = sharp(data, OPTIONS).autoOrient().keepIccProfile().avif({ quality: 90, effort: 2 });
  return { data: await readable(() => anew.toBuffer()), contentType: 'image/avif' };
}

async function placeholder(still: Sharp): Promise<string> {
  const tiny = await still.clone().resize(PLACEHOLDER, PLACEHOLDER, { fit: 'inside' }).webp({ quality: 40, effort: 6 }).toBuffer();
  return `data:image/webp;base64,${tiny.toString('base64')}`;
}
