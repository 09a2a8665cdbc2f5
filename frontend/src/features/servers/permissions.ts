import {
  type Channel,
  type Member,
  type PermissionName,
  type Role,
  canActOn,
  channelPermissions,
  channelResolver,
  hasPermission,
  highestPosition,
  isVisibleToAll,
  serverPermissions,
  threadPermissions,
} from '@hearth/contract';
import { useMemo } from 'react';
import { useChannel } from '@/features/channels';
import type { HeldServer } from './cache';
import { memberInBits, overwriteInBits, serverInBits } from './in-bits';
import { useServer } from './queries';
import { useRestrictionEnd } from './restriction';

type Overwrite = Channel['overwrites'][number];

/**
 * What the signed-in user may do in a server, or in one of its channels.
 *
 * @param now Unix time in milliseconds, for timeouts
 */
export function permissionsIn(server: HeldServer, channel: Channel | undefined, now: number): bigint {
  const [rules, member] = [serverInBits(server), memberInBits(server.me)];
  return channel ? channelPermissions(rules, member, channel.overwrites.map(overwriteInBits), now) : serverPermissions(rules, member, now);
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
  useRestrictionEnd(server);
  const channel = useChannel(channelId ?? '');
  // A thread follows the rules of its channel.
  const parent = useChannel(channel?.thread && channel.parentId !== null ? channel.parentId : '');
  if (!server || (channelId !== undefined && !channel)) return 0n;
  if (!channel?.thread) return bitsNow(server, channel);
  return parent ? threadPermissions(bitsNow(server, parent), channel.thread) : 0n;
}

/** For every moment until what holds the user back ends, or for all that come where nothing ends. */
const resolverUntil = (server: HeldServer, end: number | null) =>
  channelResolver(serverInBits(server), memberInBits(server.me), end === null ? Infinity : end - 1);

/** What the signed-in user may do in each channel of a server, for lists of them. */
export function useChannelPermissions(serverId: string): (channel: Channel) => bigint {
  const server = useServer(serverId);
  const end = useRestrictionEnd(server);
  return useMemo(() => {
    const resolve = server && resolverUntil(server, end);
    return (channel) => (resolve ? resolve(channel.overwrites.map(overwriteInBits)) : 0n);
  }, [server, end]);
}

/** Whether every member of its server sees a channel; false while that is unknown. */
export function useIsOpen(channel: Channel | undefined): boolean {
  const server = useServer(channel?.serverId ?? '');
  return channel !== undefined && server !== undefined && isVisibleToAll(serverInBits(server), channel.overwrites.map(overwriteInBits));
}

/** Whether the signed-in user would not have a permission in a channel any more with these overwrites. */
export function wouldLose(server: HeldServer, channel: Channel, overwrites: readonly Overwrite[], permission: PermissionName): boolean {
  const has = (under: readonly Overwrite[]) => hasPermission(bitsNow(server, { ...channel, overwrites: [...under] }), permission);
  return has(channel.overwrites) && !has(overwrites);
}
