import sharp, { type Sharp } from 'sharp';
import { headOf, readable } from './readers.js';
import type { MadeVariant, PictureResult, PictureTask } from './tasks.js';

/** Of all frames together. */
const MAX_PIXELS = 50_000_000;

/** A WebP of what was given, without what a camera wrote into it, turned as it is to be seen, moving if it moved. @throws RefusedPicture */
export async function makePicture({ data, side }: PictureTask): Promise<PictureResult> {
  const { frames } = await headOf(data, MAX_PIXELS);
  const animated = frames > 1;
  const variants = [await variant('picture', read(data, animated), side)];
  if (animated) variants.push(await variant('still', read(data, false), side));
  return { animated, variants };
}

const read = (data: Uint8Array, animated: boolean): Sharp => sharp(data, { animated, limitInputPixels: MAX_PIXELS, failOn: 'error' });

async function variant(name: MadeVariant['variant'], picture: Sharp, side: number): Promise<MadeVariant> {
  const webp = picture.autoOrient().resize(side, side, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 90, effort: 4 });
  const { data, info } = await readable(() => webp.toBuffer({ resolveWithObject: true }));
  return { variant: name, contentType: 'image/webp', data, width: info.width, height: info.pageHeight ?? info.height };
}
