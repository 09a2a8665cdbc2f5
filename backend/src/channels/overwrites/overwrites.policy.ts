import {
  areInSync,
  canActOn,
  canEditRole,
  grantable,
  type PermissionMember,
  type PermissionOverwrite,
  type PermissionRole,
} from '@hearth/contract';
import { ProblemError } from '../../http/problem.js';
import type { ChannelRules, LockedAccess, ServerRules } from '../../permissions/permissions.service.js';

export interface OverwriteChange {
  targetId: string;
  type: PermissionOverwrite['type'];
  before: PermissionOverwrite | null;
  after: PermissionOverwrite | null;
}

const refuse = (detail: string) => new ProblemError('MISSING_PERMISSION', { detail });

/** What is another after than before, by target. */
export function changedOverwrites(before: readonly PermissionOverwrite[], after: readonly PermissionOverwrite[]): OverwriteChange[] {
  const keyOf = ({ type, targetId }: PermissionOverwrite) => `${type} ${targetId}`;
  const olds = new Map(before.map((overwrite) => [keyOf(overwrite), overwrite]));
  const news = new Map(after.map((overwrite) => [keyOf(overwrite), overwrite]));
  const all = new Map([...olds, ...news]);
  return [...all]
    .map(([key, { targetId, type }]) => ({ targetId, type, before: olds.get(key) ?? null, after: news.get(key) ?? null }))
    .filter(({ before: old, after: next }) => !areInSync(old ? [old] : [], next ? [next] : []));
}

/** Whether there is such a role or member in the server. */
export async function isTarget(access: LockedAccess, { type, targetId }: Pick<PermissionOverwrite, 'type' | 'targetId'>): Promise<boolean> {
  if (type === 'ROLE') return access.rules.server.roles.some(({ id }) => id === targetId);
  return (await access.others([targetId])).has(targetId);
}

/**
 * Whether the caller may change overwrites: those of @everyone, of roles below their highest one, of members below them and of themselves,
 * by permissions that they hold.
 *
 * @param held what the caller may do in the channel, or for a new one in what it is made in
 * @throws MISSING_PERMISSION, VALIDATION for a new overwrite of what is no role or member of the server
 */
export async function requireAllowed(access: LockedAccess, held: bigint, changes: readonly OverwriteChange[]): Promise<void> {
  const roles = new Map(access.rules.server.roles.map((role) => [role.id, role]));
  const members = await access.others(changes.filter(({ type }) => type === 'MEMBER').map(({ targetId }) => targetId));
  for (const change of changes) {
    const target = change.type === 'ROLE' ? roles.get(change.targetId) : members.get(change.targetId);
    if (target) requireBelow(access, target);
    else if (change.before === null) throw unknownTarget(change);
    if (!grantable(held, bitsOf(change))) throw refuse('You cannot allow or deny what you may not do in this channel');
  }
}

function requireBelow({ rules, member }: LockedAccess, target: PermissionRole | PermissionMember): void {
  if (!('userId' in target)) {
    if (!canEditRole(rules.server, member, target)) throw refuse('The role is not below your highest role');
  } else if (target.userId !== member.userId && !canActOn(rules.server, member, target)) {
    throw refuse('The member is not below your highest role');
  }
}

function unknownTarget({ type, targetId }: OverwriteChange): ProblemError {
  const message = `there is no ${type === 'ROLE' ? 'role' : 'member'} ${targetId} in this server`;
  return new ProblemError('VALIDATION', { detail: message, errors: [{ path: 'body.overwrites', message }] });
}

/** What is given or taken, either way. */
const bitsOf = ({ before, after }: OverwriteChange): bigint =>
  ((before?.allow ?? 0n) ^ (after?.allow ?? 0n)) | ((before?.deny ?? 0n) ^ (after?.deny ?? 0n));

/** The channel itself, and of a category those channels that have the same overwrites: they go with it. */
export function followers({ channels }: ServerRules, channel: ChannelRules): ChannelRules[] {
  const inSync = [...channels.values()].filter(
    ({ parentId, overwrites }) => parentId === channel.id && areInSync(overwrites, channel.overwrites),
  );
  return [channel, ...inSync];
}
