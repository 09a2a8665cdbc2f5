import { Injectable } from '@nestjs/common';
import type { ForumSort } from '@hearth/contract';
import { presentChannel, type ChannelRow } from '../channels/channels.service.js';
import { PrismaService, type Transaction } from '../database/prisma.service.js';
import type { ThreadPosition } from './thread-cursor.js';
import type { ForumTagRule } from './threads.policy.js';

/** A thread has neither overwrites nor tags of its own nor recipients. */
export type ThreadRow = Omit<ChannelRow, 'overwrites' | 'tags' | 'recipients'>;

export type ListedThreadRow = ThreadRow & ThreadPosition & { joined: boolean };

export interface NewThread {
  id: string;
  serverId: string;
  parentId: string;
  ownerId: string;
  name: string;
  slowmode: number;
  autoArchive: number | undefined;
  tagIds: string[];
}

export interface ThreadChange {
  name?: string;
  autoArchive?: number;
  locked?: boolean;
  slowmode?: number;
  tagIds?: string[];
  archivedAt?: Date | null;
  reopenedAt?: Date;
  pinnedAt?: Date | null;
}

export interface ThreadFilter {
  tagId?: string | undefined;
  query?: string | undefined;
}

export interface OwnReadState {
  user_id: string;
  channel_id: string;
  last_read_seq: number;
  last_delivered_seq: number;
  marked_unread_seq: number | null;
}

const COLUMNS = `c.id, c.server_id AS "serverId", c.type, c.name, c.topic, c.parent_id AS "parentId", c.position, c.last_seq AS "lastSeq",
  c.version, c.last_message_at AS "lastMessageAt", c.created_at AS "createdAt", c.slowmode, c.owner_id AS "ownerId", c.icon,
  c.archived_at AS "archivedAt", c.auto_archive AS "autoArchive", c.locked, c.pinned_at AS "pinnedAt", c.forum_sort AS "forumSort",
  coalesce(c.tag_ids, '{}') AS "tagIds"`;

/** What begins with a message that is not stored yet is not there yet. */
const HAS_BEGUN = '(c.last_seq > 0 OR EXISTS (SELECT FROM messages m WHERE m.id = c.id))';

/** The lists of threads that there are, each with its order. `key` is compared as text of fixed length. */
const LISTS = {
  activeByActivity: { where: 'c.archived_at IS NULL', pinned: 'c.pinned_at IS NOT NULL', key: 'coalesce(c.last_message_at, c.created_at)' },
  activeByCreation: { where: 'c.archived_at IS NULL', pinned: 'c.pinned_at IS NOT NULL', key: 'c.created_at' },
  archivedByActivity: { where: 'c.archived_at IS NOT NULL', pinned: 'false', key: 'c.archived_at' },
  archivedByCreation: { where: 'c.archived_at IS NOT NULL', pinned: 'false', key: 'c.created_at' },
} as const;

export type ThreadList = keyof typeof LISTS;

const list = ({ where, pinned, key }: (typeof LISTS)[ThreadList]) => `
  SELECT ${COLUMNS}, ${pinned} AS pinned, (extract(epoch FROM ${key}) * 1000)::bigint::text AS at,
    EXISTS (SELECT FROM thread_members t WHERE t.channel_id = c.id AND t.user_id = $2) AS joined
  FROM channels c
  WHERE c.parent_id = $1 AND c.type = 'THREAD' AND ${where} AND ${HAS_BEGUN}
    AND ($3::bigint IS NULL OR $3 = ANY(c.tag_ids))
    AND ($4::text IS NULL OR position(lower($4) IN lower(c.name)) > 0)
    AND ($5::boolean IS NULL OR (${pinned}, ${key}, c.id) < ($5, to_timestamp($6::bigint / 1000.0), $7::bigint))
  ORDER BY pinned DESC, ${key} DESC, c.id DESC LIMIT $8`;

const BETWEEN = `
  SELECT ${COLUMNS}, false AS pinned, '0' AS at, EXISTS (SELECT FROM thread_members t WHERE t.channel_id = c.id AND t.user_id = $2) AS joined
  FROM channels c WHERE c.parent_id = $1 AND c.type = 'THREAD' AND c.id BETWEEN $3 AND $4 AND c.id > $5 AND ${HAS_BEGUN}
  ORDER BY c.id LIMIT $6`;

const JOIN = `
WITH thread AS (
  SELECT id, last_seq FROM channels WHERE id = $1 AND type = 'THREAD'
), joined AS (
  INSERT INTO thread_members (channel_id, user_id) SELECT id, $2 FROM thread ON CONFLICT DO NOTHING RETURNING channel_id
)
INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq)
SELECT $2, t.id, t.last_seq, t.last_seq FROM thread t JOIN joined ON joined.channel_id = t.id
ON CONFLICT (user_id, channel_id) DO UPDATE SET
  last_read_seq = greatest(read_states.last_read_seq, excluded.last_read_seq),
  last_delivered_seq = greatest(read_states.last_delivered_seq, excluded.last_delivered_seq),
  marked_unread_seq = NULL
RETURNING user_id, channel_id, last_read_seq, last_delivered_seq, marked_unread_seq`;

const READ_STATES = `
  SELECT t.user_id, t.channel_id, coalesce(r.last_read_seq, 0) AS last_read_seq, coalesce(r.last_delivered_seq, 0) AS last_delivered_seq,
    r.marked_unread_seq
  FROM thread_members t LEFT JOIN read_states r ON r.user_id = t.user_id AND r.channel_id = t.channel_id`;

/** At most so many in one statement: the rest follows a minute later. */
const ARCHIVE_AT_ONCE = 2_000;

const ARCHIVE = `
UPDATE channels c SET archived_at = now() WHERE c.id IN (
  SELECT id FROM channels
  WHERE type = 'THREAD' AND archived_at IS NULL AND pinned_at IS NULL
    AND greatest(created_at, last_message_at, reopened_at) < now() - make_interval(mins => auto_archive)
  ORDER BY id LIMIT ${ARCHIVE_AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED
) RETURNING ${COLUMNS}`;

const ARCHIVE_BEYOND = `
UPDATE channels c SET archived_at = now() WHERE c.id IN (
  SELECT id FROM channels WHERE server_id = $1 AND type = 'THREAD' AND archived_at IS NULL
  ORDER BY pinned_at IS NULL, greatest(created_at, last_message_at, reopened_at) DESC OFFSET $2 FOR NO KEY UPDATE
) RETURNING ${COLUMNS}`;

// Whoever began them never came to store the first message.
const REMOVE_EMPTY = `
DELETE FROM channels c
WHERE c.type = 'THREAD' AND c.archived_at IS NULL AND c.created_at < now() - interval '1 hour' AND NOT ${HAS_BEGUN}`;

export const presentThread = (row: ThreadRow) => presentChannel({ ...row, overwrites: [], tags: [], recipients: [] });

@Injectable()
export class ThreadsRepository {
  constructor(private readonly prisma: PrismaService) {}

  async byId(threadId: string): Promise<ThreadRow | null> {
    const [row] = await this.byIds([threadId]);
    return row ?? null;
  }

  byIds(threadIds: string[]): Promise<ThreadRow[]> {
    return this.prisma.statement<ThreadRow>(
      'threads_by_ids',
      `SELECT ${COLUMNS} FROM channels c WHERE c.id = ANY($1::bigint[]) AND c.type = 'THREAD'`,
      [threadIds],
    );
  }

  /** Active ones that a user is in. */
  joinedBy(userId: string): Promise<ThreadRow[]> {
    return this.prisma.statement<ThreadRow>(
      'threads_joined_by',
      `SELECT ${COLUMNS} FROM thread_members t JOIN channels c ON c.id = t.channel_id WHERE t.user_id = $1 AND c.archived_at IS NULL ORDER BY c.id`,
      [userId],
    );
  }

  list(
    name: ThreadList,
    { parentId, userId }: { parentId: string; userId: string },
    { tagId, query }: ThreadFilter,
    after: ThreadPosition | undefined,
    limit: number,
  ): Promise<ListedThreadRow[]> {
    return this.prisma.statement<ListedThreadRow>(`threads_${name}`, list(LISTS[name]), [
      parentId,
      userId,
      tagId ?? null,
      query ?? null,
      after?.pinned ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ]);
  }

  /** Those whose ids are in a range, archived or not, by id. */
  between(
    { parentId, userId }: { parentId: string; userId: string },
    { from, to }: { from: string; to: string },
    after: string,
    limit: number,
  ): Promise<ListedThreadRow[]> {
    return this.prisma.statement<ListedThreadRow>('threads_between', BETWEEN, [parentId, userId, from, to, after, limit]);
  }

  /** The order that a forum gives its posts; others have none of their own. */
  async sortOf(channelId: string): Promise<ForumSort> {
    const channel = await this.prisma.channel.findUnique({ where: { id: BigInt(channelId) }, select: { forumSort: true } });
    return channel?.forumSort ?? 'ACTIVITY';
  }

  /** The read state from which a new member begins; null for somebody who is in it, and when it is gone. */
  async join(threadId: string, userId: string): Promise<OwnReadState | null> {
    const [row] = await this.prisma.statement<OwnReadState>('threads_join', JOIN, [threadId, userId]);
    return row ?? null;
  }

  /** False for somebody who was not in it. */
  async leave(threadId: string, userId: string): Promise<boolean> {
    const { count } = await this.prisma.threadMember.deleteMany({ where: { channelId: BigInt(threadId), userId: BigInt(userId) } });
    return count > 0;
  }

  /** By id of the user; those who left the server are left out. */
  members(threadId: string, after: string, limit: number) {
    return this.prisma.statement<{ id: string; username: string; displayName: string; avatar: string | null; joinedAt: Date }>(
      'threads_members',
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar, t.joined_at AS "joinedAt"
       FROM thread_members t JOIN channels c ON c.id = t.channel_id JOIN users u ON u.id = t.user_id
       WHERE t.channel_id = $1 AND t.user_id > $2 AND EXISTS (SELECT FROM members m WHERE m.server_id = c.server_id AND m.user_id = t.user_id)
       ORDER BY t.user_id LIMIT $3`,
      [threadId, after, limit],
    );
  }

  /** How far everybody is who is in these threads. */
  readStates(threadIds: string[]): Promise<OwnReadState[]> {
    return this.prisma.statement<OwnReadState>('threads_read_states', `${READ_STATES} WHERE t.channel_id = ANY($1::bigint[])`, [threadIds]);
  }

  /** Active threads of these channels that somebody of these users is in. */
  async joinedIn(parentIds: string[], userIds: string[]): Promise<{ rows: ThreadRow[]; states: OwnReadState[] }> {
    const states = await this.prisma.statement<OwnReadState>(
      'threads_joined_in',
      `${READ_STATES} JOIN channels c ON c.id = t.channel_id
       WHERE c.parent_id = ANY($1::bigint[]) AND c.type = 'THREAD' AND c.archived_at IS NULL AND t.user_id = ANY($2::bigint[])`,
      [parentIds, userIds],
    );
    const rows = states.length > 0 ? await this.byIds([...new Set(states.map((state) => state.channel_id))]) : [];
    return { rows, states };
  }

  countActive(transaction: Transaction, serverId: string): Promise<number> {
    return transaction.channel.count({ where: { serverId: BigInt(serverId), type: 'THREAD', archivedAt: null } });
  }

  async exists(transaction: Transaction, threadId: string): Promise<boolean> {
    return (await transaction.channel.count({ where: { id: BigInt(threadId) } })) > 0;
  }

  /** Who begins it is in it. */
  async insert(transaction: Transaction, { id, serverId, parentId, ownerId, tagIds, autoArchive, ...thread }: NewThread): Promise<void> {
    const parent = await transaction.channel.findUniqueOrThrow({ where: { id: BigInt(parentId) }, select: { autoArchive: true } });
    await transaction.channel.create({
      data: {
        ...thread,
        id: BigInt(id),
        serverId: BigInt(serverId),
        type: 'THREAD',
        parentId: BigInt(parentId),
        ownerId: BigInt(ownerId),
        position: 0,
        autoArchive: autoArchive ?? parent.autoArchive,
        tagIds: tagIds.map(BigInt),
        threadMembers: { create: { userId: BigInt(ownerId) } },
      },
      select: { id: true },
    });
  }

  /** The row as it is until the transaction ends; null when it is gone. */
  async lock(transaction: Transaction, threadId: string): Promise<ThreadRow | null> {
    await transaction.$queryRaw`SELECT FROM channels WHERE id = ${BigInt(threadId)} FOR NO KEY UPDATE`;
    return transaction.channel.findUnique({ where: { id: BigInt(threadId) } });
  }

  update(transaction: Transaction, threadId: string, { tagIds, ...change }: ThreadChange): Promise<ThreadRow> {
    return transaction.channel.update({
      where: { id: BigInt(threadId) },
      data: { ...change, ...(tagIds && { tagIds: tagIds.map(BigInt) }) },
    });
  }

  async remove(transaction: Transaction, threadId: string): Promise<boolean> {
    const { count } = await transaction.channel.deleteMany({ where: { id: BigInt(threadId), type: 'THREAD' } });
    return count > 0;
  }

  /** Only while nobody has written in it. */
  async removeUnbegun(threadId: string): Promise<void> {
    await this.prisma.channel.deleteMany({ where: { id: BigInt(threadId), type: 'THREAD', lastSeq: 0 } });
  }

  /** Archives what has been idle for its time; returns it. */
  archiveIdle(): Promise<ThreadRow[]> {
    return this.prisma.statement<ThreadRow>('threads_archive', ARCHIVE, []);
  }

  /** Of more than so many active ones in a server archives those that were idle longest; returns them. */
  archiveBeyond(serverId: string, most: number): Promise<ThreadRow[]> {
    return this.prisma.statement<ThreadRow>('threads_archive_beyond', ARCHIVE_BEYOND, [serverId, most]);
  }

  async removeEmpty(): Promise<void> {
    await this.prisma.$executeRawUnsafe(REMOVE_EMPTY);
  }

  /** The tags of a forum. */
  async tags(transaction: Transaction, forumId: string): Promise<ForumTagRule[]> {
    const tags = await transaction.forumTag.findMany({ where: { channelId: BigInt(forumId) }, select: { id: true, moderated: true } });
    return tags.map(({ id, moderated }) => ({ id: id.toString(), moderated }));
  }
}
