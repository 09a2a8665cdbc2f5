import { id } from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import type { GalleryPosition } from './gallery.repository.js';

const BEGINNING: GalleryPosition = { messageId: (2n ** 63n - 1n).toString(), place: 0 };

export const encodeGalleryCursor = ({ messageId, place }: GalleryPosition): string => `${messageId}_${place}`;

/** @throws VALIDATION for what `encodeGalleryCursor` did not make */
export function decodeGalleryCursor(cursor: string | undefined): GalleryPosition {
  if (cursor === undefined) return BEGINNING;
  const [messageId, place = '', ...rest] = cursor.split('_');
  const parsed = id.safeParse(messageId);
  if (!parsed.success || !/^\d{1,9}$/.test(place) || rest.length > 0)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  return { messageId: parsed.data, place: Number(place) };
}
