import { id, type SearchMode } from '@hearth/contract';
import * as z from 'zod';
import { ProblemError } from '../http/problem.js';

/** Where a page ends: an id beyond which the next one goes on, or by relevance how many came before, among messages up to an id. */
export interface SearchPosition {
  mode: SearchMode;
  id: string;
  count: number;
}

const shape = z.tuple([z.enum(['words', 'parts']), id, z.int().min(0).max(1_000_000)]);

export const encodeCursor = ({ mode, id: last, count }: SearchPosition): string =>
  Buffer.from(JSON.stringify([mode, last, count])).toString('base64url');

/** @throws VALIDATION for what `encodeCursor` did not make */
export function decodeCursor(cursor: string): SearchPosition {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  const [mode, last, count] = parsed.data;
  return { mode, id: last, count };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
