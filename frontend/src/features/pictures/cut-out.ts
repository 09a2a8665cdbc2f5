import type { Crop } from '@hearth/contract';
import { type Box, type Size, turnedSize, wholePixels } from './crop';
import { type OpenedPicture, RefusedPicture, decoded } from './picture-file';

/** As the server takes it. */
export interface CutPicture {
  /** A data URL. */
  image: string;
  crop?: Crop;
}

/** The server makes its own of it: what this loses is not to be seen. */
const QUALITY = 0.95;
const QUARTER = Math.PI / 2;

/** @param box of the picture as it is turned. @param most pixels that are of use. @throws RefusedPicture */
export async function cutOut(picture: OpenedPicture, box: Box, turns: number, most: Size): Promise<CutPicture> {
  if (picture.moves) return { image: await dataUrl(picture.data), crop: wholePixels(picture, box) };
  return { image: await dataUrl(await drawn(picture, box, turns, most)) };
}

async function drawn(picture: OpenedPicture, box: Box, turns: number, most: Size): Promise<Blob> {
  const image = await decoded(picture.url);
  const scale = Math.min(1, most.width / box.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(box.width * scale));
  canvas.height = Math.max(1, Math.round(box.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new RefusedPicture('unreadable');
  const whole = turnedSize(picture, turns);
  context.imageSmoothingQuality = 'high';
  context.scale(canvas.width / box.width, canvas.height / box.height);
  context.translate(whole.width / 2 - box.x, whole.height / 2 - box.y);
  context.rotate(turns * QUARTER);
  context.drawImage(image, -picture.width / 2, -picture.height / 2, picture.width, picture.height);
  // Where a browser writes no WebP it writes PNG, which of so few pixels is small enough, too.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  if (!blob) throw new RefusedPicture('unreadable');
  return blob;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new RefusedPicture('unreadable'));
    reader.readAsDataURL(blob);
  });
