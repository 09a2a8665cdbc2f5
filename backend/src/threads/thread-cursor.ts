import { id } from '@hearth/contract';
import * as z from 'zod';
import { ProblemError } from '../http/problem.js';

/** Where a thread stands in a list: `at` is the time that it is ordered by, in milliseconds of Unix time as text. */
export interface ThreadPosition {
  pinned: boolean;
  at: string;
  id: string;
}

const shape = z.tuple([z.boolean(), z.string().regex(/^\d{1,15}$/), id]);

export const encodeCursor = ({ pinned, at, id: threadId }: { pinned: boolean; at: string; id: bigint | string }): string =>
  Buffer.from(JSON.stringify([pinned, at, threadId.toString()])).toString('base64url');

/** @throws VALIDATION for what `encodeCursor` did not make */
export function decodeCursor(cursor: string): ThreadPosition {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  const [pinned, at, threadId] = parsed.data;
  return { pinned, at, id: threadId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
