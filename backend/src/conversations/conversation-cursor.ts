import { id } from '@hearth/contract';
import * as z from 'zod';
import { ProblemError } from '../http/problem.js';
import type { ListPosition } from './conversations.repository.js';

const shape = z.tuple([z.boolean(), z.number().min(0).max(8.64e15), id]);

export const encodeCursor = ({ pinned, activeAt, channelId }: ListPosition): string =>
  Buffer.from(JSON.stringify([pinned, activeAt, channelId])).toString('base64url');

/** @throws VALIDATION for what `encodeCursor` did not make */
export function decodeCursor(cursor: string): ListPosition {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  const [pinned, activeAt, channelId] = parsed.data;
  return { pinned, activeAt, channelId };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
