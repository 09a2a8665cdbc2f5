import { Injectable } from '@nestjs/common';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';

/** Messages of some people, by the bounds of their ids: `from` counts, `until` does not. */
export interface Selection {
  /** Null: wherever they are. */
  serverId: string | null;
  authorIds: string[];
  from: string;
  until: string;
}

/** What became of a message, and what it was. */
export interface RemovedMessage {
  id: bigint;
  seq: number;
  version: number;
  deletedAt: Date;
  authorId: bigint;
  content: string;
  createdAt: Date;
  editedAt: Date | null;
  /** More than its text: what was published may have copies. */
  hasDetails: boolean;
}

/** Notices of AutoMod are about their author, not by them: they stay. */
const SELECTED = `FROM messages m JOIN channels c ON c.id = m.channel_id
  WHERE m.author_id = ANY($2::bigint[]) AND m.id >= $3 AND m.id < $4 AND m.deleted_at IS NULL AND m.type <> 'AUTOMOD_ALERT'
    AND ($1::bigint IS NULL OR c.server_id = $1)`;

@Injectable()
export class BulkDeleteRepository {
  constructor(private readonly prisma: PrismaService) {}

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(work);
  }

  /**
   * Leaves tombstones and gives each a version of its own. The channel is locked first, as by whatever deletes a channel with its messages.
   * By seq ascending; what is not there, was deleted before, or stands at or below `floor` is left out.
   */
  remove(transaction: Transaction, channelId: string, ids: string[], floor: number): Promise<RemovedMessage[]> {
    const channel = BigInt(channelId);
    return transaction.$queryRaw<RemovedMessage[]>`
      WITH locked AS (
        SELECT m.id, m.seq, m.content FROM channels c JOIN messages m ON m.channel_id = c.id
        WHERE c.id = ${channel} AND m.id = ANY(${ids.map(BigInt)}) AND m.seq > ${floor} AND m.deleted_at IS NULL
        FOR NO KEY UPDATE OF c FOR UPDATE OF m
      ), target AS (
        SELECT id, content, row_number() OVER (ORDER BY seq)::int AS n, count(*) OVER ()::int AS total FROM locked
      ), raised AS (
        UPDATE channels c SET version = c.version + total.total FROM (SELECT DISTINCT total FROM target) AS total
        WHERE c.id = ${channel} RETURNING c.version - total.total AS version
      )
      UPDATE messages m SET content = '', deleted_at = now(), version = raised.version + target.n
      FROM target, raised WHERE m.id = target.id
      RETURNING m.id, m.seq, m.version, m.deleted_at AS "deletedAt", m.author_id AS "authorId", target.content,
        m.created_at AS "createdAt", m.edited_at AS "editedAt", m.details IS NOT NULL AS "hasDetails"`;
  }

  /** Whether a server's rules are those of this version; then they stay so until the transaction ends. */
  async holdAccess(transaction: Transaction, serverId: string, accessVersion: number): Promise<boolean> {
    const rows = await transaction.$queryRaw<unknown[]>`
      SELECT FROM servers WHERE id = ${BigInt(serverId)} AND access_version = ${accessVersion} FOR SHARE`;
    return rows.length > 0;
  }

  /** False when the channel is gone. */
  async channel(channelId: string, client: Transaction = this.prisma): Promise<{ name: string; version: number } | null> {
    return client.channel.findUnique({ where: { id: BigInt(channelId) }, select: { name: true, version: true } });
  }

  /** By name; those that are gone are left out. */
  async usernames(transaction: Transaction, userIds: bigint[]): Promise<string[]> {
    const users = await transaction.user.findMany({
      where: { id: { in: userIds } },
      select: { username: true },
      orderBy: { username: 'asc' },
    });
    return users.map(({ username }) => username);
  }

  /** The first ones, in the order in which they were written. */
  find({ serverId, authorIds, from, until }: Selection, limit: number): Promise<{ id: string; channelId: string }[]> {
    return this.prisma.statement<{ id: string; channelId: string }>(
      'messages_selected',
      `SELECT m.id, m.channel_id AS "channelId" ${SELECTED} ORDER BY m.id LIMIT $5`,
      [serverId, authorIds, from, until, limit],
    );
  }

  async count({ serverId, authorIds, from, until }: Selection): Promise<number> {
    const [row] = await this.prisma.statement<{ count: number }>('messages_selected_count', `SELECT count(*)::int AS count ${SELECTED}`, [
      serverId,
      authorIds,
      from,
      until,
    ]);
    return row?.count ?? 0;
  }
}
