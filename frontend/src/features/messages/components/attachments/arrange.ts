import type { Attachment } from '@hearth/contract';

/** CSS pixels of one picture at most, and of several together. */
const MOST = { width: 400, height: 320 };
export const GALLERY_WIDTH = 520;
/** Of a picture whose size is not known yet. */
const UNKNOWN = { width: 320, height: 240 };

const CARD = 64;
const GAP = 4;

export interface Size {
  width: number;
  height: number;
}

export interface Arranged {
  pictures: Attachment[];
  files: Attachment[];
}

const isPicture = ({ kind, state }: Attachment): boolean => kind === 'image' && (state === 'ready' || state === 'processing');

/** Pictures stand together above the other files. */
export const arranged = (attachments: readonly Attachment[]): Arranged => ({
  pictures: attachments.filter(isPicture),
  files: attachments.filter((attachment) => !isPicture(attachment)),
});

/** The size at which a picture is shown alone where there is room: never larger than it is. */
export function shownSize({ width = UNKNOWN.width, height = UNKNOWN.height }: Partial<Size>): Size {
  const scale = Math.min(1, MOST.width / width, MOST.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** How many pictures stand in each row of a gallery: the fewer come first, and are larger. */
export function galleryRows(count: number): number[] {
  if (count === 4) return [2, 2];
  const rest = count % 3;
  return [...(rest > 0 ? [rest] : []), ...Array.from({ length: Math.floor(count / 3) }, () => 3)];
}

/** Width by height of a picture in a row of so many. */
export const tileRatio = (inRow: number): number => (inRow === 1 ? 16 / 9 : inRow === 2 ? 4 / 3 : 1);

/** As high as all of it will be, for the moment until it is there. */
export function heightOf(attachments: readonly Attachment[]): number {
  const { pictures, files } = arranged(attachments);
  return galleryHeight(pictures) + files.length * (CARD + GAP);
}

function galleryHeight(pictures: readonly Attachment[]): number {
  const [first] = pictures;
  if (!first) return 0;
  if (pictures.length === 1) return shownSize(first).height + GAP;
  return galleryRows(pictures.length).reduce((sum, inRow) => sum + GALLERY_WIDTH / inRow / tileRatio(inRow) + GAP, 0);
}
