import { imageDimensionsFromData, type ImageType } from 'image-dimensions';

export interface PictureHead {
  type: ImageType;
  /** Pixels, as they are stored. */
  width: number;
  height: number;
}

/** AVIF is made of boxes, of which a picture has a few and an attack very many. */
const BOXED_HEAD = 65_536;

/**
 * What the first bytes of a picture claim that it is, whatever anybody else says. Nothing is decoded, and a claim it remains. Undefined where
 * they claim nothing, nor anything that can be, or the reader stumbles over them.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const isBoxed = Buffer.from(bytes.subarray(4, 8)).toString('latin1') === 'ftyp';
  try {
    // The library takes the whole memory behind an array for its content.
    const found = imageDimensionsFromData(Uint8Array.from(isBoxed ? bytes.subarray(0, BOXED_HEAD) : bytes));
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch {
    return undefined;
  }
}
