import {
  type Channel,
  type PermissionName,
  type PermissionOverwrite,
  channelPermissions,
  hasPermission,
  serverPermissions,
} from '@hearth/contract';
import { useChannel } from '@/features/channels';
import type { HeldServer } from './cache';
import { useServer } from './queries';

const inBits = ({ targetId, type, allow, deny }: Channel['overwrites'][number]): PermissionOverwrite => ({
  targetId,
  type,
  allow: BigInt(allow),
  deny: BigInt(deny),
});

/**
 * What the signed-in user may do in a server, or in one of its channels.
 *
 * @param now Unix time in milliseconds, for timeouts
 */
export function permissionsIn({ id, ownerId, verificationLevel, roles, me }: HeldServer, channel: Channel | undefined, now: number): bigint {
  const server = { id, ownerId, verificationLevel, roles: roles.map((role) => ({ ...role, permissions: BigInt(role.permissions) })) };
  const member = {
    userId: me.user.id,
    roleIds: me.roleIds,
    timeoutUntil: me.timeoutUntil === null ? null : Date.parse(me.timeoutUntil),
    joinedAt: Date.parse(me.joinedAt),
    pending: me.pending,
  };
  return channel ? channelPermissions(server, member, channel.overwrites.map(inBits), now) : serverPermissions(server, member, now);
}

const isAllowedNow = (server: HeldServer, channel: Channel | undefined, permission: PermissionName): boolean =>
  hasPermission(permissionsIn(server, channel, Date.now()), permission);

export function useCan(serverId: string, permission: PermissionName, channelId?: string): boolean {
  const server = useServer(serverId);
  const channel = useChannel(channelId ?? '');
  if (!server || (channelId !== undefined && !channel)) return false;
  return isAllowedNow(server, channel, permission);
}
