import { idTime } from './snowflake.js';

/** Permission bits. Discord's bit positions where Discord has the flag, so that bots and tools carry over. */
export const permissionBits = {
  CREATE_INVITE: 1n << 0n,
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_SERVER: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_AUDIT_LOG: 1n << 7n,
  PRIORITY_SPEAKER: 1n << 8n,
  STREAM: 1n << 9n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_EXTERNAL_EMOJIS: 1n << 18n,
  CONNECT: 1n << 20n,
  SPEAK: 1n << 21n,
  MUTE_MEMBERS: 1n << 22n,
  DEAFEN_MEMBERS: 1n << 23n,
  MOVE_MEMBERS: 1n << 24n,
  CHANGE_NICKNAME: 1n << 26n,
  MANAGE_NICKNAMES: 1n << 27n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  MANAGE_EMOJIS: 1n << 30n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_THREADS: 1n << 35n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  TIMEOUT_MEMBERS: 1n << 40n,
  SEND_VOICE_MESSAGES: 1n << 46n,
  SEND_POLLS: 1n << 49n,
  BYPASS_SLOWMODE: 1n << 52n,
} as const satisfies Record<string, bigint>;

export type PermissionName = keyof typeof permissionBits;

export const permissionNames = Object.keys(permissionBits) as PermissionName[];

export const ALL_PERMISSIONS: bigint = Object.values<bigint>(permissionBits).reduce((all, bit) => all | bit, 0n);

export const permissionsOf = (...names: PermissionName[]): bigint => names.reduce((bits, name) => bits | permissionBits[name], 0n);

/** What the @everyone role of a new server grants. */
export const DEFAULT_EVERYONE_PERMISSIONS: bigint = permissionsOf(
  'CREATE_INVITE',
  'ADD_REACTIONS',
  'STREAM',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_EXTERNAL_EMOJIS',
  'CONNECT',
  'SPEAK',
  'CHANGE_NICKNAME',
  'CREATE_THREADS',
  'SEND_MESSAGES_IN_THREADS',
  'SEND_VOICE_MESSAGES',
  'SEND_POLLS',
);

/** All that a restricted member keeps: timed out, before the rules of the server, or not verified yet. */
const READING = permissionsOf('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY');

export const verificationLevels = ['NONE', 'LOW', 'MEDIUM', 'HIGH'] as const;
export type VerificationLevel = (typeof verificationLevels)[number];

/** How long, in seconds, an account must have existed and its user been a member to do more than read. */
export const verificationAges = {
  NONE: { account: 0, member: 0 },
  LOW: { account: 5 * 60, member: 0 },
  MEDIUM: { account: 5 * 60, member: 10 * 60 },
  HIGH: { account: 24 * 3_600, member: 10 * 60 },
} as const satisfies Record<VerificationLevel, { account: number; member: number }>;

/** What both sides of a conversation without a server may do. */
export const CONVERSATION_PERMISSIONS: bigint = permissionsOf(
  'ADD_REACTIONS',
  'STREAM',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'MENTION_EVERYONE',
  'USE_EXTERNAL_EMOJIS',
  'CONNECT',
  'SPEAK',
  'SEND_VOICE_MESSAGES',
  'SEND_POLLS',
  'BYPASS_SLOWMODE',
);

export interface PermissionRole {
  id: string;
  position: number;
  permissions: bigint;
}

/** The @everyone role has the server's id and position 0. */
export interface PermissionServer {
  id: string;
  ownerId: string;
  roles: readonly PermissionRole[];
  verificationLevel: VerificationLevel;
}

/** `timeoutUntil` and `joinedAt` are Unix time in milliseconds; `pending`: has not accepted the rules of the server. */
export interface PermissionMember {
  userId: string;
  roleIds: readonly string[];
  timeoutUntil: number | null;
  joinedAt: number;
  pending: boolean;
}

export interface PermissionOverwrite {
  targetId: string;
  type: 'ROLE' | 'MEMBER';
  allow: bigint;
  deny: bigint;
}

export const hasPermission = (permissions: bigint, needed: PermissionName | bigint): boolean => {
  const bits = typeof needed === 'bigint' ? needed : permissionBits[needed];
  return (permissions & bits) === bits;
};

const rolesOf = (server: PermissionServer, member: PermissionMember): PermissionRole[] =>
  server.roles.filter((role) => role.id === server.id || member.roleIds.includes(role.id));

const grantedByRoles = (server: PermissionServer, member: PermissionMember): bigint =>
  rolesOf(server, member).reduce((bits, role) => bits | role.permissions, 0n);

const isUnlimited = (server: PermissionServer, member: PermissionMember, granted: bigint): boolean =>
  server.ownerId === member.userId || hasPermission(granted, 'ADMINISTRATOR');

/**
 * When a member will be verified, in Unix time in milliseconds; at once for whoever has a role, as somebody vouched for them.
 */
export function verifiedAt(server: PermissionServer, member: PermissionMember): number {
  const ages = verificationAges[server.verificationLevel];
  if (server.verificationLevel === 'NONE' || member.roleIds.length > 0) return 0;
  return Math.max(idTime(member.userId) + ages.account * 1_000, member.joinedAt + ages.member * 1_000);
}

/** Whether a member may only read for now. The owner and administrators always may do everything. */
export function isRestricted(server: PermissionServer, member: PermissionMember, now: number): boolean {
  if (isUnlimited(server, member, grantedByRoles(server, member))) return false;
  return member.pending || (member.timeoutUntil ?? 0) > now || verifiedAt(server, member) > now;
}

const whileRestricted = (permissions: bigint, server: PermissionServer, member: PermissionMember, now: number): bigint =>
  isRestricted(server, member, now) ? permissions & READING : permissions;

/**
 * What a member may do in a server, outside any channel.
 *
 * @param now Unix time in milliseconds, for what ends by itself
 */
export function serverPermissions(server: PermissionServer, member: PermissionMember, now: number): bigint {
  const granted = grantedByRoles(server, member);
  return isUnlimited(server, member, granted) ? ALL_PERMISSIONS : whileRestricted(granted, server, member, now);
}

/**
 * What a member may do in one channel. The owner and ADMINISTRATOR may do everything; else the roles' bits, then the overwrites of
 * @everyone, of the member's roles together, of the member: each denies, then allows. Without VIEW_CHANNEL nothing else holds.
 *
 * @param overwrites those of the channel, for any role or member
 * @param now Unix time in milliseconds, for what ends by itself
 */
export function channelPermissions(
  server: PermissionServer,
  member: PermissionMember,
  overwrites: readonly PermissionOverwrite[],
  now: number,
): bigint {
  return channelResolver(server, member, now)(overwrites);
}

/** `channelPermissions` for many channels of one member: what does not depend on the channel is worked out once. */
export function channelResolver(
  server: PermissionServer,
  member: PermissionMember,
  now: number,
): (overwrites: readonly PermissionOverwrite[]) => bigint {
  const granted = grantedByRoles(server, member);
  if (isUnlimited(server, member, granted)) return () => ALL_PERMISSIONS;
  const kept = isRestricted(server, member, now) ? READING : ALL_PERMISSIONS;
  const roleIds = new Set(member.roleIds).add(server.id);
  return (overwrites) => {
    // An overwrite cannot make anybody an administrator.
    const resolved = resolve(granted, overwrites, server.id, roleIds, member.userId) & ~permissionBits.ADMINISTRATOR;
    return hasPermission(resolved, 'VIEW_CHANNEL') ? resolved & kept : 0n;
  };
}

function resolve(
  granted: bigint,
  overwrites: readonly PermissionOverwrite[],
  everyoneId: string,
  roleIds: ReadonlySet<string>,
  userId: string,
): bigint {
  const everyone = { allow: 0n, deny: 0n };
  const ofRoles = { allow: 0n, deny: 0n };
  const own = { allow: 0n, deny: 0n };
  for (const { type, targetId, allow, deny } of overwrites) {
    const step = type === 'MEMBER' ? own : targetId === everyoneId ? everyone : ofRoles;
    if (type === 'MEMBER' ? targetId !== userId : !roleIds.has(targetId)) continue;
    step.allow |= allow;
    step.deny |= deny;
  }
  return [everyone, ofRoles, own].reduce((bits, { allow, deny }) => (bits & ~deny) | allow, granted);
}

/**
 * What somebody who holds `permissions` in a channel may do in its threads: there SEND_MESSAGES_IN_THREADS is what lets write. A locked
 * thread is written in by those with MANAGE_THREADS alone.
 */
export function threadPermissions(permissions: bigint, thread: { locked: boolean }): bigint {
  const maySend =
    hasPermission(permissions, 'SEND_MESSAGES_IN_THREADS') && (!thread.locked || hasPermission(permissions, 'MANAGE_THREADS'));
  return maySend ? permissions | permissionBits.SEND_MESSAGES : permissions & ~permissionBits.SEND_MESSAGES;
}

/** What a recipient may do in a conversation without a server; after a block the old messages can still be read. */
export const conversationPermissions = ({ blocked }: { blocked: boolean }): bigint => (blocked ? READING : CONVERSATION_PERMISSIONS);

/** Whether every member of the server may see the channel, whatever roles they have: then no room of its own is needed. */
export function isVisibleToAll(server: PermissionServer, overwrites: readonly PermissionOverwrite[]): boolean {
  const everyone = server.roles.find((role) => role.id === server.id);
  if (!everyone || !hasPermission(everyone.permissions, 'VIEW_CHANNEL')) return false;
  return !overwrites.some((overwrite) => hasPermission(overwrite.deny, 'VIEW_CHANNEL'));
}

/** The owner stands above every role; a member without roles stands at 0, with @everyone. */
export function highestPosition(server: PermissionServer, member: PermissionMember): number {
  if (server.ownerId === member.userId) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...rolesOf(server, member).map((role) => role.position));
}

/** Whether the hierarchy lets `actor` act on `target`: never on oneself, on the owner, or on somebody as high or higher. */
export function canActOn(server: PermissionServer, actor: PermissionMember, target: PermissionMember): boolean {
  if (actor.userId === target.userId) return false;
  return highestPosition(server, actor) > highestPosition(server, target);
}

/** Whether the hierarchy lets `actor` edit, order or hand out a role: only one below their own highest. */
export function canEditRole(server: PermissionServer, actor: PermissionMember, role: PermissionRole): boolean {
  return highestPosition(server, actor) > role.position;
}

/** The bits that `actor` may put into a role or an overwrite: only those that they hold. */
export const grantable = (held: bigint, wanted: bigint): boolean => (wanted & ~held) === 0n;
