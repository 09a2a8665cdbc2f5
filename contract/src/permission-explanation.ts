import {
  channelPermissions,
  hasPermission,
  permissionBits,
  permissionNames,
  serverPermissions,
  verifiedAt,
  type PermissionMember,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionRole,
  type PermissionServer,
} from './permissions.js';

export const restrictions = ['TIMEOUT', 'PENDING', 'UNVERIFIED'] as const;
export type Restriction = (typeof restrictions)[number];

/**
 * `OWNER`, `ADMINISTRATOR`: may do everything. `ROLE`: roles give it, and no overwrite says anything. `OVERWRITE`: one or several of the
 * channel decide. `NO_VIEW`: the channel is hidden, so nothing else holds. `RESTRICTED`: may only read for now. `LOCKED`: the thread is locked.
 * `NOBODY`: nothing gives it.
 */
export const reasonKinds = ['OWNER', 'ADMINISTRATOR', 'ROLE', 'OVERWRITE', 'NO_VIEW', 'RESTRICTED', 'LOCKED', 'NOBODY'] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** The role or member that decides: by its bits, or by an overwrite for it. */
export interface PermissionSource {
  type: PermissionOverwrite['type'];
  id: string;
}

export interface PermissionReason {
  kind: ReasonKind;
  sources: PermissionSource[];
  /** Why somebody is restricted; null for all other kinds. */
  restriction: Restriction | null;
}

export interface PermissionExplanation {
  permission: PermissionName;
  allowed: boolean;
  because: PermissionReason;
}

interface World {
  server: PermissionServer;
  member: PermissionMember;
  /** Those of the member's overwrites that count, the one with the last word first. */
  steps: PermissionOverwrite[][];
  now: number;
}

const reason = (kind: ReasonKind, sources: PermissionSource[] = [], restriction: Restriction | null = null): PermissionReason => ({
  kind,
  sources,
  restriction,
});

const roleSources = (roles: readonly PermissionRole[]): PermissionSource[] => roles.map(({ id }) => ({ type: 'ROLE', id }));

const overwriteSources = (overwrites: readonly PermissionOverwrite[]): PermissionSource[] =>
  overwrites.map(({ type, targetId }) => ({ type, id: targetId }));

const rolesWith = ({ server, member }: World, permission: PermissionName): PermissionRole[] =>
  server.roles.filter(({ id, permissions }) => (id === server.id || member.roleIds.includes(id)) && hasPermission(permissions, permission));

/** Why a member may only read, if they may; the owner and administrators are never asked about. */
function restrictionOf({ server, member, now }: World): Restriction | null {
  if ((member.timeoutUntil ?? 0) > now) return 'TIMEOUT';
  if (member.pending) return 'PENDING';
  return verifiedAt(server, member) > now ? 'UNVERIFIED' : null;
}

/** What the overwrites say of one permission, or null where they say nothing. */
function byOverwrites({ steps }: World, permission: PermissionName): Omit<PermissionExplanation, 'permission'> | null {
  // An overwrite cannot make anybody an administrator.
  if (permission === 'ADMINISTRATOR') return null;
  for (const step of steps) {
    for (const side of ['allow', 'deny'] as const) {
      const deciding = step.filter((overwrite) => hasPermission(overwrite[side], permission));
      if (deciding.length > 0) return { allowed: side === 'allow', because: reason('OVERWRITE', overwriteSources(deciding)) };
    }
  }
  return null;
}

function byRoles(world: World, permission: PermissionName): Omit<PermissionExplanation, 'permission'> {
  const giving = rolesWith(world, permission);
  return giving.length > 0
    ? { allowed: true, because: reason('ROLE', roleSources(giving)) }
    : { allowed: false, because: reason('NOBODY') };
}

const everything = (because: PermissionReason): PermissionExplanation[] =>
  permissionNames.map((permission) => ({ permission, allowed: true, because }));

/**
 * Why a member may or may not do each thing, in a server or in one of its channels. Agrees with `serverPermissions` and
 * `channelPermissions` in what is allowed.
 *
 * @param overwrites those of the channel, for any role or member; null asks about the server
 * @param now Unix time in milliseconds, for what ends by itself
 */
export function explainPermissions(
  server: PermissionServer,
  member: PermissionMember,
  overwrites: readonly PermissionOverwrite[] | null,
  now: number,
): PermissionExplanation[] {
  const world: World = { server, member, steps: stepsOf(server, member, overwrites ?? []), now };
  if (server.ownerId === member.userId) return everything(reason('OWNER', [{ type: 'MEMBER', id: member.userId }]));
  const administrators = rolesWith(world, 'ADMINISTRATOR');
  if (administrators.length > 0) return everything(reason('ADMINISTRATOR', roleSources(administrators)));

  const allowed = overwrites ? channelPermissions(server, member, overwrites, now) : serverPermissions(server, member, now);
  const restriction = restrictionOf(world);
  const explain = (permission: PermissionName) => byOverwrites(world, permission) ?? byRoles(world, permission);
  const view = explain('VIEW_CHANNEL');
  return permissionNames.map((permission) => {
    if (overwrites && !view.allowed && permission !== 'VIEW_CHANNEL')
      return { permission, allowed: false, because: reason('NO_VIEW', view.because.sources) };
    const found = explain(permission);
    const isTakenAway = found.allowed && (allowed & permissionBits[permission]) === 0n;
    return { permission, ...(isTakenAway ? { allowed: false, because: reason('RESTRICTED', [], restriction) } : found) };
  });
}

/**
 * The same for a thread of a channel, from the explanations for that channel. Agrees with `threadPermissions`: whether somebody may write
 * is what the channel says of threads.
 */
export function explainThread(explanations: readonly PermissionExplanation[], { locked }: { locked: boolean }): PermissionExplanation[] {
  const of = (name: PermissionName) => explanations.find(({ permission }) => permission === name);
  const [inThreads, manage] = [of('SEND_MESSAGES_IN_THREADS'), of('MANAGE_THREADS')];
  if (!inThreads) return [...explanations];
  const isShut = inThreads.allowed && locked && !manage?.allowed;
  const send: PermissionExplanation = {
    permission: 'SEND_MESSAGES',
    ...(isShut ? { allowed: false, because: reason('LOCKED') } : { allowed: inThreads.allowed, because: inThreads.because }),
  };
  return explanations.map((each) => (each.permission === 'SEND_MESSAGES' ? send : each));
}

/** Of the member, of their roles together, of @everyone. */
function stepsOf(server: PermissionServer, member: PermissionMember, overwrites: readonly PermissionOverwrite[]): PermissionOverwrite[][] {
  const isEveryone = ({ type, targetId }: PermissionOverwrite) => type === 'ROLE' && targetId === server.id;
  return [
    overwrites.filter(({ type, targetId }) => type === 'MEMBER' && targetId === member.userId),
    overwrites.filter((one) => one.type === 'ROLE' && !isEveryone(one) && member.roleIds.includes(one.targetId)),
    overwrites.filter(isEveryone),
  ];
}
