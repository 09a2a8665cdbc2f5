import { hasPermission, permissionBits, permissionsOf, serverPermissions, type PermissionMember } from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import type { ServerAccess, ServerRules } from '../../permissions/permissions.service.js';

/** One of them is needed to see reports. */
const MODERATING = permissionsOf('MANAGE_MESSAGES', 'KICK_MEMBERS');

const moderates = (permissions: bigint) => (permissions & MODERATING) !== 0n;

/** @throws MISSING_PERMISSION */
export function requireModerator({ permissions }: ServerAccess): void {
  if (!moderates(permissions)) throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_MESSAGES or KICK_MEMBERS' });
}

/** Nobody decides on a report of themselves. @throws MISSING_PERMISSION */
export function requireOther(userId: string, targetUserId: string): void {
  if (userId === targetUserId) throw new ProblemError('MISSING_PERMISSION', { detail: 'Somebody else decides on a report of you' });
}

/** Whether somebody sees what is said of themselves, and what was written in channels that are gone. */
export const seesAll = ({ permissions }: Pick<ServerAccess, 'permissions'>): boolean => hasPermission(permissions, 'ADMINISTRATOR');

/** The roles whose members may see reports; @everyone is among them where all may. */
export const moderatingRoles = ({ server }: ServerRules): string[] =>
  server.roles.filter(({ permissions }) => (permissions & (MODERATING | permissionBits.ADMINISTRATOR)) !== 0n).map(({ id }) => id);

/**
 * Whether members may see a report now.
 *
 * @param readers those who see the channel in which it was written; null: written in none
 */
export function moderatorSight(
  { server }: ServerRules,
  readers: ReadonlySet<string> | null,
  now: number,
): (member: PermissionMember | undefined) => boolean {
  return (member) => {
    if (!member) return false;
    const permissions = serverPermissions(server, member, now);
    return moderates(permissions) && (seesAll({ permissions }) || readers === null || readers.has(member.userId));
  };
}
