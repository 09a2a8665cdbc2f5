import {
  type Channel,
  type Member,
  type PermissionMember,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionServer,
  type Role,
  canActOn,
  channelPermissions,
  channelResolver,
  hasPermission,
  highestPosition,
  serverPermissions,
  threadPermissions,
} from '@hearth/contract';
import { useMemo } from 'react';
import { useChannel } from '@/features/channels';
import type { HeldServer } from './cache';
import { useServer } from './queries';

type Overwrite = Channel['overwrites'][number];

const inBits = ({ targetId, type, allow, deny }: Overwrite): PermissionOverwrite => ({
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

/**
 * What the signed-in user may do in a server, or in one of its channels.
 *
 * @param now Unix time in milliseconds, for timeouts
 */
export function permissionsIn(server: HeldServer, channel: Channel | undefined, now: number): bigint {
  const [rules, member] = [serverInBits(server), memberInBits(server.me)];
  return channel ? channelPermissions(rules, member, channel.overwrites.map(inBits), now) : serverPermissions(rules, member, now);
}

const bitsNow = (server: HeldServer, channel: Channel | undefined): bigint => permissionsIn(server, channel, Date.now());

/** What a member may do by their roles alone, whatever they are held back from for now. */
export const permissionsOfMember = (server: HeldServer, member: Member): bigint =>
  serverPermissions(
    { ...serverInBits(server), verificationLevel: 'NONE' },
    { ...memberInBits(member), timeoutUntil: null, pending: false },
    Date.now(),
  );

/** Whom and what the signed-in user stands above. */
export interface Standing {
  isOwner: boolean;
  /** Whether the order of roles lets the user change this role, move it or hand it out. */
  isAboveRole: (role: Pick<Role, 'position'>) => boolean;
  isAboveMember: (member: Member) => boolean;
}

export function standingIn(server: HeldServer): Standing {
  const [rules, own] = [serverInBits(server), memberInBits(server.me)];
  return {
    isOwner: server.ownerId === server.me.user.id,
    isAboveRole: ({ position }) => highestPosition(rules, own) > position,
    isAboveMember: (member) => canActOn(rules, own, memberInBits(member)),
  };
}

export function useCan(serverId: string, permission: PermissionName, channelId?: string): boolean {
  return hasPermission(usePermissions(serverId, channelId), permission);
}

/** All that the signed-in user may do, as bits; none while that is unknown. */
export function usePermissions(serverId: string, channelId?: string): bigint {
  const server = useServer(serverId);
  const channel = useChannel(channelId ?? '');
  // A thread follows the rules of its channel.
  const parent = useChannel(channel?.thread && channel.parentId !== null ? channel.parentId : '');
  if (!server || (channelId !== undefined && !channel)) return 0n;
  if (!channel?.thread) return bitsNow(server, channel);
  return parent ? threadPermissions(bitsNow(server, parent), channel.thread) : 0n;
}

const resolverNow = (server: HeldServer) => channelResolver(serverInBits(server), memberInBits(server.me), Date.now());

/** What the signed-in user may do in each channel of a server, for lists of them. */
export function useChannelPermissions(serverId: string): (channel: Channel) => bigint {
  const server = useServer(serverId);
  return useMemo(() => {
    const resolve = server && resolverNow(server);
    return (channel) => (resolve ? resolve(channel.overwrites.map(inBits)) : 0n);
  }, [server]);
}

/** Whether the signed-in user would not have a permission in a channel any more with these overwrites. */
export function wouldLose(server: HeldServer, channel: Channel, overwrites: readonly Overwrite[], permission: PermissionName): boolean {
  const has = (under: readonly Overwrite[]) => hasPermission(bitsNow(server, { ...channel, overwrites: [...under] }), permission);
  return has(channel.overwrites) && !has(overwrites);
}
