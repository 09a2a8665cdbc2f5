import * as z from 'zod';
import { ProblemError } from '../http/problem.js';

/** The last row of a page in a list that is ordered by time and then by a key. */
export interface KeysetPosition {
  at: Date;
  key: string;
}

const shape = z.tuple([z.int().min(0).max(8.64e15), z.string().min(1)]);

export const encodeCursor = ({ at, key }: KeysetPosition): string => Buffer.from(JSON.stringify([at.getTime(), key])).toString('base64url');

/**
 * @param isKey what a key of this list looks like
 * @throws VALIDATION for what `encodeCursor` did not make
 */
export function decodeCursor(cursor: string, isKey: (text: string) => boolean): KeysetPosition {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (parsed.success && isKey(parsed.data[1])) return { at: new Date(parsed.data[0]), key: parsed.data[1] };
  throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Cuts rows that were read one beyond the limit down to a page. */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  positionOf: (row: Row) => KeysetPosition,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: last && rows.length > limit ? encodeCursor(positionOf(last)) : null };
}
