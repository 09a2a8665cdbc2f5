import { pictureKind } from '@/lib/picture-kind';

/** What a file is refused for before anybody sends it. */
export type Refusal = 'kind' | 'moving' | 'huge' | 'unreadable';

export class RefusedFile extends Error {
  override readonly name = 'RefusedFile';

  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

export interface PictureLimits {
  /** What the server takes. */
  bytes: number;
  /** Pixels that it is shown in at most. */
  side: number;
}

/** What is larger is not even opened: no photo is. */
const HUGE = 64 * 1_024 * 1_024;
const QUALITY = 0.9;

/** What is wrong with a file, as far as can be told here; null if nothing is. */
export async function refusalOf(file: File, limits: PictureLimits): Promise<RefusedFile | null> {
  try {
    await look(file, limits);
    return null;
  } catch (fault) {
    return fault instanceof RefusedFile ? fault : new RefusedFile('unreadable');
  }
}

/** A data URL of a picture; one that is too large is drawn smaller. @throws RefusedFile */
export async function readPicture(file: File, limits: PictureLimits): Promise<string> {
  const picture = await look(file, limits);
  return dataUrl(file.size <= limits.bytes ? picture : await smaller(picture, limits));
}

/** As what its bytes say that it is. */
async function look(file: File, { bytes: most }: PictureLimits): Promise<Blob> {
  if (file.size > HUGE) throw new RefusedFile('huge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = pictureKind(bytes);
  if (!kind) throw new RefusedFile('kind');
  if (kind.animated && file.size > most) throw new RefusedFile('moving');
  return new Blob([bytes], { type: `image/${kind.format}` });
}

async function smaller(picture: Blob, { side, bytes }: PictureLimits): Promise<Blob> {
  const bitmap = await createImageBitmap(picture).catch(() => null);
  if (!bitmap) throw new RefusedFile('unreadable');
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  // Where a browser writes no WebP it writes PNG, which of so few pixels is small enough, too.
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY));
  if (!drawn || drawn.size > bytes) throw new RefusedFile('unreadable');
  return drawn;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new RefusedFile('unreadable'));
    reader.readAsDataURL(blob);
  });
