import sharp, { type Sharp } from 'sharp';
import { headOf, readable, RefusedPicture, type Head } from './readers.js';
import type { Box, CoverTask, MadeVariant, PictureResult, Size } from './tasks.js';

/** Of all frames together. */
const MAX_PIXELS = 60_000_000;

/**
 * A part of what was given in one shape, without what a camera wrote into it: `picture` and, where it is asked for, a small `icon` that
 * does not move. Of one that moves there are `still`, and `motion` in the size of the icon. Nothing is larger than it was.
 *
 * @throws RefusedPicture
 */
export async function makeCover({ data, crop, size, icon }: CoverTask): Promise<PictureResult> {
  const head = await headOf(data, MAX_PIXELS);
  const box = boxOf(head, crop);
  const animated = head.frames > 1;
  const make = (name: MadeVariant['variant'], moves: boolean, within: Size) => variant(name, read(data, moves), box, fitted(box, within));
  const variants = [await make('picture', animated, size)];
  if (icon) variants.push(await make('icon', false, icon));
  if (animated) variants.push(await make('still', false, size));
  if (animated && icon) variants.push(await make('motion', true, icon));
  return { animated, variants };
}

function boxOf({ width, height }: Head, crop: Box | undefined): Box {
  const box = crop ?? { x: 0, y: 0, width, height };
  if (box.x + box.width > width || box.y + box.height > height) throw new RefusedPicture('does not reach as far as the part to be taken');
  return box;
}

/** The largest of this shape that fits into both. */
function fitted(box: Size, { width, height }: Size): Size {
  const scale = Math.min(1, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

const read = (data: Uint8Array, animated: boolean): Sharp => sharp(data, { animated, limitInputPixels: MAX_PIXELS, failOn: 'error' });

async function variant(name: MadeVariant['variant'], picture: Sharp, box: Box, { width, height }: Size): Promise<MadeVariant> {
  const part = picture.autoOrient().extract({ left: box.x, top: box.y, width: box.width, height: box.height });
  const webp = part.resize(width, height, { fit: 'cover' }).webp({ quality: 88, effort: 4 });
  const made = await readable(() => webp.toBuffer({ resolveWithObject: true }));
  return { variant: name, contentType: 'image/webp', data: made.data, width, height };
}
