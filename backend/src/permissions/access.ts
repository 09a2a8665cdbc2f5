import {
  channelPermissions,
  conversationPermissions,
  isRestricted,
  isVisibleToAll,
  serverPermissions,
  threadPermissions,
  type ChannelType,
  type PermissionMember,
  type PermissionOverwrite,
  type PermissionServer,
} from '@hearth/contract';
import { rooms } from '../realtime/rooms.js';

export interface ChannelRules {
  id: string;
  /** Null for DM and GROUP_DM. */
  serverId: string | null;
  type: ChannelType;
  parentId: string | null;
  /** Seconds between two messages of one member; 0: no slow mode. */
  slowmode: number;
  /** Of a thread: those of the channel that it belongs to. */
  overwrites: readonly PermissionOverwrite[];
}

/** Everything that decides who may do what in one server, as of `accessVersion`. Members are read one by one as they come. */
export interface ServerRules {
  server: PermissionServer;
  accessVersion: number;
  memberCount: number;
  /** Without threads, which follow the rules of their channels. */
  channels: ReadonlyMap<string, ChannelRules>;
}

/** What decides who may do what in a DM or group, as of `accessVersion`. */
export interface ConversationRules {
  id: string;
  type: 'DM' | 'GROUP_DM';
  accessVersion: number;
  recipientIds: ReadonlySet<string>;
  /** One of the two of a DM blocks the other. */
  blocked: boolean;
}

export interface ThreadRules {
  id: string;
  /** The channel that it belongs to. */
  parentId: string;
  locked: boolean;
  slowmode: number;
}

export interface ServerAccess {
  rules: ServerRules;
  member: PermissionMember;
  /** Bits held in the server, outside any channel. */
  permissions: bigint;
}

/** Access that stays as it is until a transaction ends. */
export interface LockedAccess extends ServerAccess {
  /** Unix time in milliseconds. */
  now: number;
  /** Other members, by id; those who are not in the server are left out. */
  others: (userIds: string[]) => Promise<ReadonlyMap<string, PermissionMember>>;
}

export interface ChannelAccess {
  userId: string;
  channel: ChannelRules;
  /** Bits held in the channel. */
  permissions: bigint;
  /** Who hears of this channel: the whole server, or only those in the channel's own room. */
  room: string;
  /** What is stored with these rights is stored only under this version of them. */
  accessVersion: number;
  /** How many people may be there at most. */
  audience: number;
  /** May only read for now: timed out, or not yet let in. */
  restricted: boolean;
  /** Null in a DM or group. */
  server: Omit<ServerAccess, 'permissions'> | null;
  /** Null in a server. */
  conversation: ConversationRules | null;
}

export const roomOf = (rules: ServerRules, { id, overwrites }: ChannelRules): string =>
  isVisibleToAll(rules.server, overwrites) ? rooms.server(rules.server.id) : rooms.channel(id);

/** Whether every member of its server sees the channel. */
export const isOpen = ({ channel, room }: ChannelAccess): boolean => channel.serverId !== null && room === rooms.server(channel.serverId);

export function serverAccess(rules: ServerRules, member: PermissionMember, now: number): ServerAccess {
  return { rules, member, permissions: serverPermissions(rules.server, member, now) };
}

export function channelAccess(rules: ServerRules, member: PermissionMember, channel: ChannelRules, now: number): ChannelAccess {
  return {
    userId: member.userId,
    channel,
    permissions: channelPermissions(rules.server, member, channel.overwrites, now),
    room: roomOf(rules, channel),
    accessVersion: rules.accessVersion,
    audience: rules.memberCount,
    restricted: isRestricted(rules.server, member, now),
    server: { rules, member },
    conversation: null,
  };
}

/** @param parent access to the channel of the thread */
export function threadAccess(parent: ChannelAccess, { id, parentId, locked, slowmode }: ThreadRules): ChannelAccess {
  return {
    ...parent,
    channel: { ...parent.channel, id, type: 'THREAD', parentId, slowmode },
    permissions: threadPermissions(parent.permissions, { locked }),
  };
}

/** Null for whoever is not in it. */
export function conversationAccess(rules: ConversationRules, userId: string): ChannelAccess | null {
  if (!rules.recipientIds.has(userId)) return null;
  return {
    userId,
    channel: { id: rules.id, serverId: null, type: rules.type, parentId: null, slowmode: 0, overwrites: [] },
    permissions: conversationPermissions(rules),
    room: rooms.channel(rules.id),
    accessVersion: rules.accessVersion,
    audience: rules.recipientIds.size,
    restricted: rules.blocked,
    server: null,
    conversation: rules,
  };
}
