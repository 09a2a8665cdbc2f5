import { id } from '@hearth/contract';
import { ProblemError } from '../http/problem.js';

/** Where a list that goes by time, the newest first, goes on. */
export interface TimePosition {
  /** ISO 8601 in UTC, as exact as what it is compared with; `infinity`: from the beginning. */
  at: string;
  id: string;
}

/** The year 9999: times beyond it are written in another way. */
const MAX_TIME = 253_402_300_800_000;

const beginning: TimePosition = { at: 'infinity', id: '1' };

export const encodeTimeCursor = (at: Date, rowId: string): string => `${at.getTime()}_${rowId}`;

/** @throws VALIDATION for what `encodeTimeCursor` did not make */
export function decodeTimeCursor(cursor: string | undefined): TimePosition {
  if (cursor === undefined) return beginning;
  const [time = '', rowId, ...rest] = cursor.split('_');
  const isTime = /^\d{1,15}$/.test(time) && Number(time) < MAX_TIME;
  const parsed = id.safeParse(rowId);
  if (!isTime || !parsed.success || rest.length > 0)
    throw new ProblemError('VALIDATION', { errors: [{ path: 'query.cursor', message: 'must be a cursor that a list returned' }] });
  return { at: new Date(Number(time)).toISOString(), id: parsed.data };
}
