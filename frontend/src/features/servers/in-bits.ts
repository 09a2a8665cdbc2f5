import type { Channel, Member, PermissionMember, PermissionOverwrite, PermissionServer } from '@hearth/contract';
import type { HeldServer } from './cache';

/** What is held, as the rules in the contract take it. */
export const overwriteInBits = ({ targetId, type, allow, deny }: Channel['overwrites'][number]): PermissionOverwrite => ({
  targetId,
  type,
  allow: BigInt(allow),
  deny: BigInt(deny),
});

export const serverInBits = ({ id, ownerId, verificationLevel, roles }: HeldServer): PermissionServer => ({
  id,
  ownerId,
  verificationLevel,
  roles: roles.map((role) => ({ ...role, permissions: BigInt(role.permissions) })),
});

export const memberInBits = ({ user, roleIds, timeoutUntil, joinedAt, pending }: Member): PermissionMember => ({
  userId: user.id,
  roleIds,
  timeoutUntil: timeoutUntil === null ? null : Date.parse(timeoutUntil),
  joinedAt: Date.parse(joinedAt),
  pending,
});
