import { pictureHead } from '../../formats/picture-head.js';

export interface RasterImage {
  contentType: string;
  width: number;
  height: number;
}

/** What every browser shows, and what cannot carry a script as SVG can. */
const TYPES: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'avif']);

/** A few kilobytes can claim to be a picture that takes gigabytes on the screen of whoever sees it. */
const MAX_SIDE = 16_384;
const MAX_PIXELS = 50_000_000;

/** Where the size stands at the latest. */
const HEAD = 1_000_000;

/** What the bytes say that they are, whatever anybody else says. Null: no picture to be shown. */
export function rasterImage(bytes: Buffer): RasterImage | null {
  const { type = '', width = 0, height = 0 } = pictureHead(bytes.subarray(0, HEAD)) ?? {};
  const fits = width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
  return TYPES.has(type) && fits ? { contentType: `image/${type}`, width, height } : null;
}
