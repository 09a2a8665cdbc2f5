import sharp, { type Sharp } from 'sharp';
import type { MadeVariant, PictureResult, PictureTask } from './tasks.js';

/** Of all frames together. */
const MAX_PIXELS = 50_000_000;
const MAX_FRAMES = 500;

/** The readers that may look at a stranger's bytes: what else could be in them, SVG with what it links to above all, is not even tried. */
const READERS = ['Png', 'Jpeg', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}`);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });
// Each process does one thing at a time, and nothing twice.
sharp.concurrency(1);
sharp.cache(false);

/** What is wrong with what was given. */
export class RefusedPicture extends Error {}

/** A WebP of what was given, without what a camera wrote into it, turned as it is to be seen, moving if it moved. @throws RefusedPicture */
export async function makePicture({ data, side }: PictureTask): Promise<PictureResult> {
  const frames = await framesOf(data);
  const animated = frames > 1;
  const variants = [await variant('picture', read(data, animated), side)];
  if (animated) variants.push(await variant('still', read(data, false), side));
  return { animated, variants };
}

async function framesOf(data: Uint8Array): Promise<number> {
  // Only the head is read, whatever size it claims.
  const { pages = 1, width, height } = await readable(() => sharp(data, { limitInputPixels: false }).metadata());
  if (pages > MAX_FRAMES) throw new RefusedPicture(`has more than ${MAX_FRAMES} frames`);
  if (width * height * pages > MAX_PIXELS) throw new RefusedPicture('has too many pixels');
  return pages;
}

const read = (data: Uint8Array, animated: boolean): Sharp => sharp(data, { animated, limitInputPixels: MAX_PIXELS, failOn: 'error' });

async function variant(name: MadeVariant['variant'], picture: Sharp, side: number): Promise<MadeVariant> {
  const webp = picture.autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 90, effort: 4 });
  const { data, info } = await readable(() => webp.toBuffer({ resolveWithObject: true }));
  return { variant: name, contentType: 'image/webp', data, width: info.width, height: info.pageHeight ?? info.height };
}

async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new RefusedPicture('is no PNG, JPEG, GIF, WebP or AVIF that can be read');
  }
}
