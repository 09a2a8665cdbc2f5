import { id } from '@hearth/contract';
import { ProblemError } from './problem.js';

/** The last file of a page in a list by size, or by date, where only the id counts. */
export interface SizePosition {
  bytes: string;
  id: string;
}

const MOST = (2n ** 63n - 1n).toString();

export const encodeSizeCursor = ({ bytes, id: fileId }: { bytes: number; id: string }): string => `${bytes}_${fileId}`;

/** @throws VALIDATION for what `encodeSizeCursor` did not make */
export function decodeSizeCursor(cursor: string | undefined): SizePosition {
  if (cursor === undefined) return { bytes: MOST, id: MOST };
  const [bytes = '', fileId, ...rest] = cursor.split('_');
  const parsed = id.safeParse(fileId);
  if (!parsed.success || !/^\d{1,18}$/.test(bytes) || rest.length > 0)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  return { bytes, id: parsed.data };
}
