import {
  channelPermissions,
  isVisibleToAll,
  serverPermissions,
  type ChannelType,
  type PermissionMember,
  type PermissionOverwrite,
  type PermissionServer,
} from '@hearth/contract';
import { rooms } from '../realtime/rooms.js';

export interface ChannelRules {
  id: string;
  serverId: string;
  type: ChannelType;
  parentId: string | null;
  overwrites: readonly PermissionOverwrite[];
}

/** Everything that decides who may do what in one server, as of `accessVersion`. Members are read one by one as they come. */
export interface ServerRules {
  server: PermissionServer;
  accessVersion: number;
  memberCount: number;
  channels: ReadonlyMap<string, ChannelRules>;
}

export interface ServerAccess {
  rules: ServerRules;
  member: PermissionMember;
  /** Bits held in the server, outside any channel. */
  permissions: bigint;
}

export interface ChannelAccess extends ServerAccess {
  channel: ChannelRules;
  /** Who hears of this channel: the whole server, or only those in the channel's own room. */
  room: string;
}

export const roomOf = (rules: ServerRules, channel: ChannelRules): string =>
  isVisibleToAll(rules.server, channel.overwrites) ? rooms.server(channel.serverId) : rooms.channel(channel.id);

export function serverAccess(rules: ServerRules, member: PermissionMember, now: number): ServerAccess {
  return { rules, member, permissions: serverPermissions(rules.server, member, now) };
}

/** `permissions` are those held in the channel. */
export function channelAccess(rules: ServerRules, member: PermissionMember, channel: ChannelRules, now: number): ChannelAccess {
  const permissions = channelPermissions(rules.server, member, channel.overwrites, now);
  return { rules, member, permissions, channel, room: roomOf(rules, channel) };
}
