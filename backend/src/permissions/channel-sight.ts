import { channelPermissions, hasPermission, type PermissionMember } from '@hearth/contract';
import type { ChannelRules, ServerRules } from './access.js';

/** What decides whether a member sees a channel: restrictions take nothing of that away. */
export type Onlooker = Pick<PermissionMember, 'userId' | 'roleIds'>;

/** Whether a member sees a channel, to be asked of thousands: members with the same roles get the same answer. */
export function channelSight({ server }: ServerRules, { overwrites }: ChannelRules): (member: Onlooker) => boolean {
  const unrestricted = { timeoutUntil: null, joinedAt: 0, pending: false };
  const look = (member: Onlooker) =>
    hasPermission(channelPermissions(server, { ...unrestricted, ...member }, overwrites, 0), 'VIEW_CHANNEL');
  const exceptions = new Set([server.ownerId, ...overwrites.filter(({ type }) => type === 'MEMBER').map(({ targetId }) => targetId)]);
  const byRoles = new Map<string, boolean>();
  return (member) => {
    if (exceptions.has(member.userId)) return look(member);
    const key = member.roleIds.toSorted().join();
    const known = byRoles.get(key);
    if (known !== undefined) return known;
    const sees = look(member);
    byRoles.set(key, sees);
    return sees;
  };
}
