import { limits } from '@hearth/contract';
import { pictureKind } from '@/lib/picture-kind';
import type { Size } from './crop';

/** What a file is refused for. */
export type PictureFault = 'kind' | 'huge' | 'unreadable';

export class RefusedPicture extends Error {
  override readonly name = 'RefusedPicture';

  constructor(readonly reason: PictureFault) {
    super(reason);
  }
}

/** A picture that somebody chose, upright. */
export interface OpenedPicture extends Size {
  /** Of the bytes as they came, for as long as it is open. */
  url: string;
  data: Blob;
  /** It moves, and goes on moving when the server cuts it out; anything else is cut out here. */
  moves: boolean;
  /** It moves, but has too many bytes for that: it is cut out here, and stands still. */
  isTooLargeToMove: boolean;
}

/** What is larger is not even opened: no photo is. */
const HUGE = 64 * 1_024 * 1_024;
/** Those of which the server keeps the motion. */
const MOVING = new Set(['gif', 'webp']);

/** @throws RefusedPicture */
export async function openPicture(file: File): Promise<OpenedPicture> {
  if (file.size > HUGE) throw new RefusedPicture('huge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = pictureKind(bytes);
  if (!kind) throw new RefusedPicture('kind');
  const data = new Blob([bytes], { type: `image/${kind.format}` });
  const url = URL.createObjectURL(data);
  try {
    const { naturalWidth: width, naturalHeight: height } = await decoded(url);
    const animated = kind.animated && MOVING.has(kind.format);
    const isTooLargeToMove = animated && data.size > limits.pictureBytes;
    return { url, data, width, height, moves: animated && !isTooLargeToMove, isTooLargeToMove };
  } catch {
    URL.revokeObjectURL(url);
    throw new RefusedPicture('unreadable');
  }
}

export const closePicture = ({ url }: OpenedPicture): void => URL.revokeObjectURL(url);

export async function decoded(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
