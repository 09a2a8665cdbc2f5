import { hasPermission } from '@hearth/contract';
import { ProblemError } from '../http/problem.js';
import type { FoundMessage } from './message-changes.js';
import type { MessageRow } from './messages.presenter.js';

/**
 * Whoever reads what others wrote reacts to it and votes in it, save those who may only read for now.
 *
 * @throws MISSING_PERMISSION, CONFLICT for a deleted message
 */
export function requireTakingPart({ access, row }: FoundMessage): void {
  if (access.restricted || !hasPermission(access.permissions, 'READ_MESSAGE_HISTORY')) throw new ProblemError('MISSING_PERMISSION');
  requirePresent(row);
}

/** @throws CONFLICT */
export function requirePresent(row: MessageRow): void {
  if (row.deleted_at) throw new ProblemError('CONFLICT', { detail: 'The message was deleted' });
}
