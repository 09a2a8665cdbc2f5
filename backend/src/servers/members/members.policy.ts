import { canActOn, hasPermission, limits, serverPermissions, type PermissionMember } from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import type { LockedAccess, ServerAccess } from '../../permissions/permissions.service.js';

const DAY = 24 * 3_600_000;

const refuse = (detail: string) => new ProblemError('MISSING_PERMISSION', { detail });
const invalid = (path: string, message: string) => new ProblemError('VALIDATION', { detail: message, errors: [{ path, message }] });

/** Nobody acts on themselves, on the owner, or on somebody as high as they are. @throws MISSING_PERMISSION */
export function requireLower({ rules, member }: ServerAccess, target: PermissionMember): void {
  requireOther({ rules, member }, target.userId);
  if (!canActOn(rules.server, member, target)) throw refuse('This member is not below your highest role');
}

/** As far as it concerns somebody who need not be in the server. @throws MISSING_PERMISSION */
export function requireOther({ rules, member }: Pick<ServerAccess, 'rules' | 'member'>, userId: string): void {
  if (member.userId === userId) throw refuse('You cannot do this to yourself');
  if (rules.server.ownerId === userId) throw refuse('This cannot be done to the owner');
}

/** They may do everything, whatever is taken from them. @throws MISSING_PERMISSION */
export function requireNoAdministrator({ rules, now }: LockedAccess, target: PermissionMember): void {
  if (hasPermission(serverPermissions(rules.server, target, now), 'ADMINISTRATOR'))
    throw refuse('Administrators cannot be timed out: take the permission from them first');
}

/** @throws VALIDATION for what is over or too far away */
export function requireTimeout(until: Date | null, now: number): void {
  if (until === null) return;
  const length = until.getTime() - now;
  if (length <= 0) throw invalid('body.timeoutUntil', 'must be in the future');
  if (length > limits.timeoutDays * DAY) throw invalid('body.timeoutUntil', `must be at most ${limits.timeoutDays} days away`);
}
