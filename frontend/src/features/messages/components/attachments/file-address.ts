import type { Attachment } from '@hearth/contract';
import type { Size } from './arrange';

/** Where a file is had, whole or as one of its variants. */
export const fileAddress = (id: string, variant = 'original'): string => `/api/v1/files/${id}/${variant}`;

/** Pixels wide and high at most, as the server makes them. */
const SIDES = { preview: 400, full: 1_920 } as const;

/** A thread of a picture keeps a pixel: a browser takes none that is said to have no width. */
const widthOf = (side: number, width: number, height: number) =>
  Math.max(1, Math.round(width * Math.min(1, side / Math.max(width, height))));

/** The variants of a picture for every density of screen: `srcset`. */
export const pictureSources = ({ id, variants, width = 1, height = 1 }: Pick<Attachment, 'id' | 'variants'> & Partial<Size>): string =>
  (['preview', 'full'] as const)
    .filter((name) => variants.includes(name))
    .map((name) => `${fileAddress(id, name)} ${widthOf(SIDES[name], width, height)}w`)
    .join(', ');

/** The one that is best for looking at it closely, and the one for a quick look. */
export const largest = ({ id, variants }: Attachment): string =>
  fileAddress(id, ['full', 'preview', 'thumbnail'].find((name) => variants.includes(name)) ?? 'original');
export const smallest = ({ id, variants }: Attachment): string =>
  fileAddress(id, ['preview', 'thumbnail'].find((name) => variants.includes(name)) ?? 'original');
