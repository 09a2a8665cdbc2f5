/** Pixels of the longer side: what fills a large screen. */
const SIDE = 2_048;
const QUALITY = 0.85;
/** Bytes from which on a picture is offered smaller. */
const LARGE = 1.5 * 1_024 * 1_024;

const STILL = new Set(['image/jpeg', 'image/png']);

/** Pictures of which a smaller one can be made here; what moves would stand still. */
export const isShrinkable = ({ type, size }: Blob): boolean => STILL.has(type) && size >= LARGE;

/** So that the longer side is no longer than that. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** With fewer pixels, of the same type. Itself where that is no gain, and where the browser cannot read it. */
export async function shrink(file: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
    const { width, height } = fitted(bitmap.width, bitmap.height);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingQuality = 'high';
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    const smaller = await canvas.convertToBlob({ type: file.type, quality: QUALITY });
    return smaller.type === file.type && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
