import { canActOn, type PermissionMember } from '@hearth/contract';
import type { ServerAccess } from '../../permissions/permissions.service.js';

/** Whether somebody may be acted on: not the owner, not oneself, no member as high as oneself; whoever is gone always. */
export function isWithinReach(
  { rules, member }: Pick<ServerAccess, 'rules' | 'member'>,
  userId: string,
  target: PermissionMember | undefined,
): boolean {
  if (userId === member.userId || userId === rules.server.ownerId) return false;
  return target === undefined || canActOn(rules.server, member, target);
}
