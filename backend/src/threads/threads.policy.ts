import { hasPermission, type ChannelType } from '@hearth/contract';
import type { ChannelChange } from '../channels/channels.service.js';
import { ProblemError } from '../http/problem.js';
import { holdsThreads } from '../permissions/channel-types.js';
import type { ChannelAccess } from '../permissions/permissions.service.js';

/** What of a thread decides who may change it. */
interface Present {
  ownerId: string | null;
  inForum: boolean;
}

export interface ForumTagRule {
  id: string;
  moderated: boolean;
}

const invalid = (path: string, message: string) => new ProblemError('VALIDATION', { errors: [{ path, message }] });

/** @throws VALIDATION for a channel that has no threads */
export function requireThreads(type: ChannelType): void {
  if (!holdsThreads(type)) throw new ProblemError('VALIDATION', { detail: 'This channel has no threads' });
}

/** @throws VALIDATION for what a thread of this channel cannot begin with */
export function requireBeginning(type: ChannelType, { messageId, tagIds }: { messageId?: unknown; tagIds?: string[] | undefined }): void {
  requireThreads(type);
  if (type === 'FORUM' && messageId !== undefined) throw invalid('body.messageId', 'a post begins with a message of its own');
  if (type !== 'FORUM' && tagIds && tagIds.length > 0) throw invalid('body.tagIds', 'only posts have tags');
}

/**
 * @param held tags that the post has already: these may stay, and who may not set moderated ones may not take them off either
 * @throws VALIDATION for a tag that the forum does not have, MISSING_PERMISSION for a moderated one
 */
export function requireTags(
  wanted: readonly string[],
  held: readonly string[],
  known: readonly ForumTagRule[],
  isModerator: boolean,
): void {
  const rules = new Map(known.map((tag) => [tag.id, tag]));
  if (wanted.some((tagId) => !rules.has(tagId))) throw invalid('body.tagIds', 'must be tags of the forum');
  const changed = [...wanted.filter((tagId) => !held.includes(tagId)), ...held.filter((tagId) => !wanted.includes(tagId))];
  if (!isModerator && changed.some((tagId) => rules.get(tagId)?.moderated))
    throw new ProblemError('MISSING_PERMISSION', { detail: 'This tag needs MANAGE_THREADS' });
}

/**
 * Whoever has MANAGE_THREADS may change all of it; who began it, its name, tags and end while it is not locked; and everybody who may
 * write in it may take it out of the archive.
 *
 * @throws MISSING_PERMISSION, VALIDATION
 */
export function requireChange(access: ChannelAccess, present: Present, change: ChannelChange): void {
  requireFitting(present, change);
  if (hasPermission(access.permissions, 'MANAGE_THREADS')) return;
  const { locked, pinned, slowmode, name, autoArchive, tagIds, archived } = change;
  const ofModerators = [locked, pinned, slowmode].some((value) => value !== undefined);
  const ofOwner = [name, autoArchive, tagIds].some((value) => value !== undefined) || archived === true;
  const maySend = hasPermission(access.permissions, 'SEND_MESSAGES');
  const isOwner = present.ownerId === access.userId;
  if (ofModerators || !maySend || (ofOwner && !isOwner))
    throw new ProblemError('MISSING_PERMISSION', { detail: 'This needs MANAGE_THREADS' });
}

function requireFitting({ inForum }: Present, { pinned, tagIds }: ChannelChange): void {
  if (inForum) return;
  if (pinned !== undefined) throw invalid('body.pinned', 'only posts are pinned');
  if (tagIds !== undefined) throw invalid('body.tagIds', 'only posts have tags');
}
