import { imageDimensionsFromData } from 'image-dimensions';

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

/** Where the size stands at the latest. AVIF is made of boxes, of which a picture has a few and an attack a million. */
const HEAD = 1_000_000;
const BOXED_HEAD = 65_536;

const headOf = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.toString('latin1', 4, 8) === 'ftyp' ? BOXED_HEAD : HEAD);

/** What the bytes say that they are, whatever anybody else says. Null: no picture to be shown. */
export function rasterImage(bytes: Buffer): RasterImage | null {
  try {
    const { type = '', width = 0, height = 0 } = imageDimensionsFromData(headOf(bytes)) ?? {};
    const fits = width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
    return TYPES.has(type) && fits ? { contentType: `image/${type}`, width, height } : null;
  } catch {
    return null;
  }
}
