import { channelResolver, hasPermission, type ChannelType } from '@hearth/contract';
import type { AuditEntry } from '../audit-log/audit-log.service.js';
import { ProblemError } from '../http/problem.js';
import type { ChannelAccess, LockedAccess } from '../permissions/permissions.service.js';
import { channelAccess } from '../permissions/access.js';
import { lockedChannel } from '../permissions/locked-channel.js';
import type { ChannelChange } from './channel-kinds.js';
import type { ChannelPlace } from './channels.policy.js';
import type { ChannelRow } from './channels.presenter.js';
import type { ChannelPatch } from './channels.repository.js';

const slowable: ReadonlySet<ChannelType> = new Set(['TEXT', 'ANNOUNCEMENT', 'FORUM', 'VOICE']);
const threaded: ReadonlySet<ChannelType> = new Set(['TEXT', 'ANNOUNCEMENT', 'FORUM']);
const convertible: ReadonlySet<ChannelType> = new Set(['TEXT', 'ANNOUNCEMENT']);

export const isSlowable = (type: ChannelType): boolean => slowable.has(type);

const given = <K extends keyof ChannelPatch>(key: K, isFitting: boolean, value: ChannelPatch[K] | undefined, before: ChannelPatch[K]) =>
  !isFitting || value === undefined || value === before ? {} : { [key]: value };

/** What a change makes other than it is. What a channel of this type does not have is passed over. */
export const patchOf = (before: ChannelRow, change: ChannelChange): ChannelPatch => ({
  ...given('name', true, change.name, before.name),
  ...given('topic', before.type !== 'CATEGORY', change.topic, before.topic),
  ...given('slowmode', isSlowable(before.type), change.slowmode, before.slowmode),
  ...given('type', convertible.has(before.type), change.type, before.type),
  ...given('autoArchive', threaded.has(before.type), change.autoArchive, before.autoArchive),
  ...given('forumSort', before.type === 'FORUM', change.sort, before.forumSort),
});

/** A channel as the audit log tells of it. */
export const audited = ({ name, type, topic, slowmode, parentId, autoArchive, forumSort, overwrites }: ChannelRow) => ({
  name,
  type,
  topic,
  slowmode,
  parentId: parentId?.toString() ?? null,
  ...(threaded.has(type) && { autoArchive }),
  ...(type === 'FORUM' && { sort: forumSort }),
  overwrites: overwrites.map(({ targetId, allow, deny, ...overwrite }) => ({
    type: overwrite.type,
    targetId: targetId.toString(),
    allow: allow.toString(),
    deny: deny.toString(),
  })),
});

const place = ({ id, position, parentId }: ChannelPlace) => ({ id, position, parentId });

/** Where the channels that moved stood and stand. */
export function orderChanges(before: readonly ChannelPlace[], moved: readonly ChannelPlace[]): NonNullable<AuditEntry['changes']> {
  const was = new Map(before.map((each) => [each.id, place(each)]));
  return [{ key: 'order', before: moved.map(({ id }) => was.get(id) ?? null), after: moved.map(place) }];
}

/** A category that the caller cannot see is, to them, not there. @throws VALIDATION, MISSING_PERMISSION */
export function managedCategory({ rules, member, now }: LockedAccess, parentId: string): ChannelAccess {
  const category = rules.channels.get(parentId);
  const access = category && channelAccess(rules, member, category, now);
  if (!access || category.type !== 'CATEGORY' || !hasPermission(access.permissions, 'VIEW_CHANNEL'))
    throw new ProblemError('VALIDATION', { errors: [{ path: 'body.parentId', message: 'must be a category of this server' }] });
  if (!hasPermission(access.permissions, 'MANAGE_CHANNELS')) throw new ProblemError('MISSING_PERMISSION');
  return access;
}

/**
 * Whoever takes a channel from one category to another must manage the channel, and the category that it comes into.
 *
 * @throws MISSING_PERMISSION, VALIDATION for a category that the caller cannot see
 */
export function requireMovable(access: LockedAccess, before: readonly ChannelPlace[], moved: readonly ChannelPlace[]): void {
  const parents = new Map(before.map(({ id, parentId }) => [id, parentId]));
  const elsewhere = moved.filter(({ id, parentId }) => parentId !== parents.get(id));
  for (const { id } of elsewhere) lockedChannel(access, id, 'MANAGE_CHANNELS');
  for (const parentId of new Set(elsewhere.map((each) => each.parentId))) if (parentId !== null) managedCategory(access, parentId);
}

/** Ids of the channels that the caller may see. */
export function seenChannels({ rules, member, now }: LockedAccess): string[] {
  const resolve = channelResolver(rules.server, member, now);
  return [...rules.channels.values()].filter(({ overwrites }) => hasPermission(resolve(overwrites), 'VIEW_CHANNEL')).map(({ id }) => id);
}
