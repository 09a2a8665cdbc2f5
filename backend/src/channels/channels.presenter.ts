import type { Channel, ForumTag } from '@hearth/contract';
import { presentUserSummary, type UserSummaryRow } from '../users/users.service.js';

/** Ids and bits are bigints in rows of Prisma and text in those of the driver. */
type Int8 = bigint | string;

export interface OverwriteRow {
  channelId: Int8;
  targetId: Int8;
  type: 'ROLE' | 'MEMBER';
  allow: Int8;
  deny: Int8;
}

export interface ForumTagRow {
  id: Int8;
  channelId: Int8;
  name: string;
  emoji: string | null;
  moderated: boolean;
}

export interface ChannelRow {
  id: Int8;
  serverId: Int8 | null;
  type: Channel['type'];
  name: string;
  topic: string | null;
  parentId: Int8 | null;
  position: number;
  lastSeq: number;
  version: number;
  lastMessageAt: Date | null;
  createdAt: Date;
  slowmode: number;
  ownerId: Int8 | null;
  icon: string | null;
  archivedAt: Date | null;
  autoArchive: number;
  locked: boolean;
  pinnedAt: Date | null;
  forumSort: 'ACTIVITY' | 'CREATION';
  tagIds: Int8[];
  overwrites: OverwriteRow[];
  tags: ForumTagRow[];
  recipients: { user: UserSummaryRow }[];
}

export const presentChannel = (channel: ChannelRow): Channel => ({
  id: channel.id.toString(),
  serverId: channel.serverId?.toString() ?? null,
  type: channel.type,
  name: channel.name,
  topic: channel.topic,
  parentId: channel.parentId?.toString() ?? null,
  position: channel.position,
  overwrites: channel.overwrites.map(({ targetId, type, allow, deny }) => ({
    targetId: targetId.toString(),
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  })),
  lastSeq: channel.lastSeq,
  version: channel.version,
  lastMessageAt: channel.lastMessageAt?.toISOString() ?? null,
  slowmode: channel.slowmode,
  createdAt: channel.createdAt.toISOString(),
  ...ofItsType(channel),
});

/** What only channels of some types have. */
function ofItsType(channel: ChannelRow): Pick<Channel, 'thread' | 'forum' | 'group' | 'recipients'> {
  const recipients = channel.recipients.map(({ user }) => presentUserSummary(user));
  switch (channel.type) {
    case 'THREAD':
      return { thread: presentThread(channel) };
    case 'FORUM':
      return { forum: { tags: channel.tags.map(presentTag), sort: channel.forumSort } };
    case 'DM':
      return { recipients };
    case 'GROUP_DM':
      return { group: { ownerId: ownerOf(channel), icon: channel.icon }, recipients };
    default:
      return {};
  }
}

const presentThread = (channel: ChannelRow): Channel['thread'] => ({
  ownerId: ownerOf(channel),
  archivedAt: channel.archivedAt?.toISOString() ?? null,
  autoArchive: channel.autoArchive,
  locked: channel.locked,
  tagIds: channel.tagIds.map(String),
  pinnedAt: channel.pinnedAt?.toISOString() ?? null,
});

const presentTag = ({ id, name, emoji, moderated }: ForumTagRow): ForumTag => ({ id: id.toString(), name, emoji, moderated });

function ownerOf({ ownerId }: ChannelRow): string {
  if (ownerId === null) throw new Error('threads and groups have an owner');
  return ownerId.toString();
}
