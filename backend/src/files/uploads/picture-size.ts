import { pictureHead } from '../../formats/picture-head.js';

/** Bytes of a picture in which it says how large it is: cameras write much before that. */
export const HEAD = 262_144;

export interface PictureSize {
  /** Pixels, as it is shown. */
  width: number;
  height: number;
}

/**
 * As its first bytes say, so that it has its place before anything is made of it; without decoding anything, and to be believed no longer
 * than that. Undefined where they do not say it.
 */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  const found = pictureHead(head);
  if (!found) return undefined;
  const { width, height } = found;
  return found.type === 'jpeg' && liesOnItsSide(Buffer.from(head)) ? { width: height, height: width } : { width, height };
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x01_12;
/** Of the eight ways that a picture may lie, from here on those that swap its sides. */
const FIRST_ON_SIDE = 5;

/** After Exif 2.32 and TIFF 6.0: the first list of entries says which way is up. */
function liesOnItsSide(head: Buffer): boolean {
  const at = head.indexOf(EXIF);
  if (at < 0) return false;
  const tiff = head.subarray(at + EXIF.length);
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II';
    const short = (offset: number) => (isLittle ? tiff.readUInt16LE(offset) : tiff.readUInt16BE(offset));
    const list = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    const entries = Array.from({ length: short(list) }, (_, index) => list + 2 + index * 12);
    const found = entries.find((entry) => short(entry) === ORIENTATION);
    return found !== undefined && short(found + 8) >= FIRST_ON_SIDE;
  } catch (fault) {
    // It breaks off.
    if (fault instanceof RangeError) return false;
    throw fault;
  }
}
