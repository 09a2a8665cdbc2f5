import { Injectable } from '@nestjs/common';
import type { UserSummary } from '@hearth/contract';
import { PrismaService } from '../database/prisma.service.js';

export interface ReadStateRow {
  user_id: string;
  channel_id: string;
  last_read_seq: number;
  last_delivered_seq: number;
  marked_unread_seq: number | null;
  /** What others are told instead of how far this one read. */
  private_read_seq?: number | null;
}

const COLUMNS = 'user_id, channel_id, last_read_seq, last_delivered_seq, marked_unread_seq, private_read_seq';

@Injectable()
export class ReadStatesRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** With the server of each channel, if any. What the user has left stays for coming back, and is not among them. */
  ofUser(userId: string): Promise<(ReadStateRow & { server_id: string | null })[]> {
    return this.prisma.statement<ReadStateRow & { server_id: string | null }>(
      'read_states_of_user',
      `SELECT s.user_id, s.channel_id, s.last_read_seq, s.last_delivered_seq, s.marked_unread_seq, c.server_id
       FROM read_states s JOIN channels c ON c.id = s.channel_id
       WHERE s.user_id = $1 AND CASE WHEN c.server_id IS NULL
         THEN EXISTS (SELECT FROM recipients r WHERE r.channel_id = c.id AND r.user_id = $1)
         ELSE EXISTS (SELECT FROM members m WHERE m.server_id = c.server_id AND m.user_id = $1) END
         AND (c.type <> 'THREAD' OR c.archived_at IS NULL)`,
      [userId],
    );
  }

  /** Of several users in several channels. */
  among(userIds: string[], channelIds: string[]): Promise<ReadStateRow[]> {
    return this.prisma.statement<ReadStateRow>(
      'read_states_among',
      `SELECT ${COLUMNS} FROM read_states WHERE channel_id = ANY($2::bigint[]) AND user_id = ANY($1::bigint[])`,
      [userIds, channelIds],
    );
  }

  /** Positions of these users in a channel; those without a row have none. */
  ofChannel(channelId: string, userIds: string[]): Promise<ReadStateRow[]> {
    return this.prisma.statement<ReadStateRow>(
      'read_states_of_channel',
      `SELECT ${COLUMNS} FROM read_states WHERE channel_id = $1 AND user_id = ANY($2::bigint[])`,
      [channelId, userIds],
    );
  }

  /** Of everybody in these conversations but one; those without a row have none. */
  ofConversations(channelIds: string[], exceptId: string): Promise<ReadStateRow[]> {
    return this.prisma.statement<ReadStateRow>(
      'read_states_of_conversations',
      `SELECT r.user_id, r.channel_id, coalesce(s.last_read_seq, 0) AS last_read_seq, coalesce(s.last_delivered_seq, 0) AS last_delivered_seq,
         s.private_read_seq
       FROM recipients r LEFT JOIN read_states s USING (user_id, channel_id) WHERE r.channel_id = ANY($1::bigint[]) AND r.user_id <> $2`,
      [channelIds, exceptId],
    );
  }

  /** Those after a user who let others know that they read up to `seq`, by id, with what they are called. */
  seenBy(channelId: string, seq: number, after: string, limit: number): Promise<UserSummary[]> {
    return this.prisma.statement<UserSummary>(
      'read_states_seen_by',
      `SELECT u.id, u.username, u.display_name AS "displayName", u.avatar FROM read_states s JOIN users u ON u.id = s.user_id
       WHERE s.channel_id = $1 AND coalesce(s.private_read_seq, s.last_read_seq) >= $2 AND s.user_id > $3 ORDER BY s.user_id LIMIT $4`,
      [channelId, seq, after, limit],
    );
  }

  /** Whether a user lets others know how far they read. */
  async sharesReading(userId: string): Promise<boolean> {
    const rows = await this.prisma.statement<{ shares: boolean }>(
      'users_share_reading',
      `SELECT settings->>'readReceipts' IS DISTINCT FROM 'false' AS shares FROM users WHERE id = $1`,
      [userId],
    );
    return rows[0]?.shares ?? false;
  }

  /** Null when the channel is gone. */
  async lastSeq(channelId: string): Promise<number | null> {
    const rows = await this.prisma.statement<{ last_seq: number }>('channel_last_seq', 'SELECT last_seq FROM channels WHERE id = $1', [
      channelId,
    ]);
    return rows[0]?.last_seq ?? null;
  }

  /**
   * Read up to `seq`, which ends a mark by hand. Positions only grow; whoever keeps receipts to themselves shows the one of before.
   *
   * @param isSecret nor do others learn that it was received
   */
  async read(userId: string, channelId: string, seq: number, isSecret: boolean): Promise<ReadStateRow | null> {
    const rows = await this.prisma.statement<ReadStateRow>(
      'read_states_read',
      `INSERT INTO read_states (user_id, channel_id, last_read_seq, last_delivered_seq, private_read_seq)
       SELECT $1, $2, $3, CASE WHEN $4 THEN 0 ELSE $3 END, CASE WHEN $4 OR settings->>'readReceipts' = 'false' THEN 0 END FROM users WHERE id = $1
       ON CONFLICT (user_id, channel_id) DO UPDATE SET
         private_read_seq = CASE WHEN excluded.private_read_seq IS NOT NULL
           THEN coalesce(read_states.private_read_seq, read_states.last_read_seq) END,
         last_read_seq = greatest(read_states.last_read_seq, excluded.last_read_seq),
         last_delivered_seq = greatest(read_states.last_delivered_seq, excluded.last_delivered_seq),
         marked_unread_seq = NULL
       WHERE read_states.last_read_seq < excluded.last_read_seq OR read_states.marked_unread_seq IS NOT NULL
       RETURNING ${COLUMNS}`,
      [userId, channelId, seq, isSecret],
    );
    return rows[0] ?? null;
  }

  async markUnread(userId: string, channelId: string, seq: number): Promise<ReadStateRow | null> {
    const rows = await this.prisma.statement<ReadStateRow>(
      'read_states_mark_unread',
      `INSERT INTO read_states (user_id, channel_id, marked_unread_seq) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, channel_id) DO UPDATE SET marked_unread_seq = excluded.marked_unread_seq RETURNING ${COLUMNS}`,
      [userId, channelId, seq],
    );
    return rows[0] ?? null;
  }

  /** Returns the rows that moved. A position beyond the channel's last message is none. */
  delivered(userId: string, positions: { channelId: string; seq: number }[]): Promise<ReadStateRow[]> {
    return this.prisma.statement<ReadStateRow>(
      'read_states_delivered',
      `INSERT INTO read_states (user_id, channel_id, last_delivered_seq)
       SELECT $1::bigint, p.channel_id, max(p.seq) FROM unnest($2::bigint[], $3::int[]) AS p(channel_id, seq)
       JOIN channels c ON c.id = p.channel_id AND p.seq <= c.last_seq GROUP BY p.channel_id ORDER BY p.channel_id
       ON CONFLICT (user_id, channel_id) DO UPDATE SET last_delivered_seq = excluded.last_delivered_seq
       WHERE read_states.last_delivered_seq < excluded.last_delivered_seq RETURNING ${COLUMNS}`,
      [userId, positions.map(({ channelId }) => channelId), positions.map(({ seq }) => seq)],
    );
  }
}
