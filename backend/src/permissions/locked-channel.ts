import { hasPermission, type PermissionName } from '@hearth/contract';
import { ProblemError } from '../http/problem.js';
import { channelAccess, type ChannelAccess, type LockedAccess } from './access.js';

/**
 * As `PermissionsService.channel`, of a channel in the list of a server, by the rules that `underLock` holds.
 *
 * @throws NOT_FOUND, MISSING_PERMISSION
 */
export function lockedChannel({ rules, member, now }: LockedAccess, channelId: string, ...needed: PermissionName[]): ChannelAccess {
  const channel = rules.channels.get(channelId);
  const access = channel && channelAccess(rules, member, channel, now);
  if (!access || !hasPermission(access.permissions, 'VIEW_CHANNEL')) throw new ProblemError('NOT_FOUND');
  const missing = needed.filter((name) => !hasPermission(access.permissions, name));
  if (missing.length > 0) throw new ProblemError('MISSING_PERMISSION', { detail: `This needs ${missing.join(', ')}` });
  return access;
}
