import type { ChannelChange } from '../channels/channels.service.js';
import type { ThreadChange, ThreadRow } from './threads.repository.js';

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

const given = <K extends string, V>(key: K, value: V | undefined, before: V) =>
  value === undefined || value === before ? {} : ({ [key]: value } as Record<K, V>);

/** What a change makes other than it is. What goes into the archive is not kept at the top any more. */
export function changesOf(before: ThreadRow, change: ChannelChange): ThreadChange {
  const { tagIds, archived, pinned } = change;
  const isArchived = before.archivedAt !== null;
  const isPinned = before.pinnedAt !== null;
  const now = new Date();
  const stays = (archived ?? isArchived) ? false : (pinned ?? isPinned);
  return {
    ...given('name', change.name, before.name),
    ...given('autoArchive', change.autoArchive, before.autoArchive),
    ...given('locked', change.locked, before.locked),
    ...given('slowmode', change.slowmode, before.slowmode),
    ...(tagIds && !isSameSet(tagIds, before.tagIds.map(String)) && { tagIds }),
    ...(archived === true && !isArchived && { archivedAt: now }),
    ...(archived === false && isArchived && { archivedAt: null, reopenedAt: now }),
    ...(stays !== isPinned && { pinnedAt: stays ? now : null }),
  };
}
