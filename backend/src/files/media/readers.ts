import sharp from 'sharp';

/** The readers that may look at a stranger's bytes: what else could be in them, SVG with what it links to above all, is not even tried. */
const READERS = ['Png', 'Jpeg', 'Nsgif', 'Webp', 'Heif'].map((name) => `VipsForeignLoad${name}`);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });
// Each process does one thing at a time, and nothing twice.
sharp.concurrency(1);
sharp.cache(false);

const MAX_FRAMES = 500;

/** What is wrong with what was given. */
export class RefusedPicture extends Error {}

export interface Head {
  /** How many; one that stands still has one. */
  frames: number;
  /** As in Exif. */
  orientation: number;
  /** Of a frame, upright. */
  width: number;
  height: number;
}

/** What the head of a picture says; nothing is decoded. @param maxPixels of all frames together. @throws RefusedPicture */
export async function headOf(data: Uint8Array, maxPixels: number): Promise<Head> {
  // Only the head is read, whatever size it claims.
  const read = () => sharp(data, { limitInputPixels: false }).metadata();
  const { pages: frames = 1, width, height, orientation = 1, autoOrient } = await readable(read);
  if (frames > MAX_FRAMES) throw new RefusedPicture(`has more than ${MAX_FRAMES} frames`);
  if (width * height * frames > maxPixels) throw new RefusedPicture('has too many pixels');
  return { frames, orientation, width: autoOrient.width, height: autoOrient.height };
}

/** @throws RefusedPicture */
export async function readable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw new RefusedPicture('is no PNG, JPEG, GIF, WebP or AVIF that can be read');
  }
}
