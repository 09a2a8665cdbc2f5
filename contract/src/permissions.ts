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

/** All that a timed-out member keeps. */
const READING = permissionsOf('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY');

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
}

/** `timeoutUntil` is Unix time in milliseconds. */
export interface PermissionMember {
  userId: string;
  roleIds: readonly string[];
  timeoutUntil: number | null;
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

const whileTimedOut = (permissions: bigint, member: PermissionMember, now: number): bigint =>
  member.timeoutUntil !== null && member.timeoutUntil > now ? permissions & READING : permissions;

const apply = (permissions: bigint, overwrites: readonly PermissionOverwrite[]): bigint => {
  const deny = overwrites.reduce((bits, overwrite) => bits | overwrite.deny, 0n);
  const allow = overwrites.reduce((bits, overwrite) => bits | overwrite.allow, 0n);
  return (permissions & ~deny) | allow;
};

/**
 * What a member may do in a server, outside any channel.
 *
 * @param now Unix time in milliseconds, for timeouts
 */
export function serverPermissions(server: PermissionServer, member: PermissionMember, now: number): bigint {
  const granted = grantedByRoles(server, member);
  return isUnlimited(server, member, granted) ? ALL_PERMISSIONS : whileTimedOut(granted, member, now);
}

/**
 * What a member may do in one channel. The owner and ADMINISTRATOR may do everything; else the roles' bits, then the overwrites of
 * @everyone, of the member's roles together, of the member: each denies, then allows. Without VIEW_CHANNEL nothing else holds.
 *
 * @param overwrites those of the channel, for any role or member
 * @param now Unix time in milliseconds, for timeouts
 */
export function channelPermissions(
  server: PermissionServer,
  member: PermissionMember,
  overwrites: readonly PermissionOverwrite[],
  now: number,
): bigint {
  const granted = grantedByRoles(server, member);
  if (isUnlimited(server, member, granted)) return ALL_PERMISSIONS;
  const targets = (type: PermissionOverwrite['type'], matches: (targetId: string) => boolean) =>
    overwrites.filter((overwrite) => overwrite.type === type && matches(overwrite.targetId));
  const steps = [
    targets('ROLE', (targetId) => targetId === server.id),
    targets('ROLE', (targetId) => targetId !== server.id && member.roleIds.includes(targetId)),
    targets('MEMBER', (targetId) => targetId === member.userId),
  ];
  // An overwrite cannot make anybody an administrator.
  const resolved = steps.reduce(apply, granted) & ~permissionBits.ADMINISTRATOR;
  return hasPermission(resolved, 'VIEW_CHANNEL') ? whileTimedOut(resolved, member, now) : 0n;
}

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
