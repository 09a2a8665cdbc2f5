import { hasPermission, type Channel, type PermissionOverwrite } from '@hearth/contract';
import { ProblemError } from '../http/problem.js';
import type { ChannelAccess, LockedAccess } from '../permissions/permissions.service.js';
import { changedOverwrites, requireAllowed } from './overwrites/overwrites.policy.js';

/**
 * The overwrites that somebody wishes a new channel to have. What it would take from its category anyway needs no right.
 *
 * @param category where it will stand
 * @throws MISSING_PERMISSION, VALIDATION for what is no role or member of the server
 */
export async function allowedOverwrites(
  access: LockedAccess,
  category: ChannelAccess | null,
  wanted: Channel['overwrites'],
): Promise<PermissionOverwrite[]> {
  const overwrites = wanted.map((each) => ({ ...each, allow: BigInt(each.allow), deny: BigInt(each.deny) }));
  const changes = changedOverwrites(category?.channel.overwrites ?? [], overwrites);
  if (changes.length === 0) return overwrites;
  const held = category?.permissions ?? access.permissions;
  if (!hasPermission(held, 'MANAGE_ROLES')) throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_ROLES' });
  await requireAllowed(access, held, changes);
  return overwrites;
}
