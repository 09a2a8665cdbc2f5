import {
  channelPermissions,
  hasPermission,
  permissionNames,
  type PermissionName,
  type PermissionOverwrite,
  type PermissionServer,
} from '@hearth/contract';

/** People with the same rights in the channel, before as after. */
export interface Group {
  roleIds: string[];
  /** Null where nothing but the roles counts. */
  userId: string | null;
  count: number;
  userIds: string[];
}

interface Affected {
  count: number;
  userIds: string[];
}

export interface PermissionEffect {
  permission: PermissionName;
  gains: Affected;
  loses: Affected;
}

/** What a change of a channel's overwrites depends on. */
export interface OverwritesWorld {
  server: PermissionServer;
  before: readonly PermissionOverwrite[];
  after: readonly PermissionOverwrite[];
}

const NOBODY = '0';

/** For each role that makes a difference the first one that makes the same: it stands for all of them. */
export function kindsOfRoles({ server, before, after }: OverwritesWorld): Map<string, string> {
  const everyone = server.roles.find(({ id }) => id === server.id)?.permissions ?? 0n;
  const textOf = (overwrites: readonly PermissionOverwrite[], roleId: string) => {
    const found = overwrites.find(({ type, targetId }) => type === 'ROLE' && targetId === roleId);
    return found ? `${found.allow.toString()} ${found.deny.toString()}` : '';
  };
  const firsts = new Map<string, string>();
  const kinds = new Map<string, string>();
  for (const { id, permissions } of server.roles) {
    const more = permissions & ~everyone;
    const [old, next] = [textOf(before, id), textOf(after, id)];
    if (id === server.id || (more === 0n && old === '' && next === '')) continue;
    const kind = `${more.toString()}/${old}/${next}`;
    const first = firsts.get(kind) ?? id;
    firsts.set(kind, first);
    kinds.set(id, first);
  }
  return kinds;
}

/**
 * Who would gain or lose which permission, with the first of them. What restricts a member for a while is left aside: it passes.
 *
 * @param shown how many people are named
 */
export function effectsOf({ server, before, after }: OverwritesWorld, groups: readonly Group[], shown: number): PermissionEffect[] {
  const lasting: PermissionServer = { ...server, verificationLevel: 'NONE' };
  const judged = groups.map((group) => {
    const member = { userId: group.userId ?? NOBODY, roleIds: group.roleIds, timeoutUntil: null, joinedAt: 0, pending: false };
    const [old, next] = [channelPermissions(lasting, member, before, 0), channelPermissions(lasting, member, after, 0)];
    return { group, gained: next & ~old, lost: old & ~next };
  });
  const affected = (permission: PermissionName, side: 'gained' | 'lost') =>
    summed(judged.filter((each) => hasPermission(each[side], permission)).map(({ group }) => group), shown); // prettier-ignore
  return permissionNames
    .map((permission) => ({ permission, gains: affected(permission, 'gained'), loses: affected(permission, 'lost') }))
    .filter(({ gains, loses }) => gains.count + loses.count > 0);
}

const summed = (groups: readonly Group[], shown: number): Affected => ({
  count: groups.reduce((sum, { count }) => sum + count, 0),
  userIds: groups.flatMap(({ userIds }) => userIds).slice(0, shown),
});
