import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { COLUMNS } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';
import type { TimePosition } from '../time-cursor.js';

export type MarkKind = 'starred' | 'hidden';

export interface MarkRow {
  message_id: string;
  channel_id: string;
  seq: number;
  starred: boolean;
  hidden: boolean;
}

/** With where its channel belongs: of a thread, `place_id` is the channel that decides who sees it. */
export interface StarredRow extends MessageRow {
  starred_at: Date;
  server_id: string | null;
  channel_name: string;
  place_id: string;
  /** Up to there nothing is shown without READ_MESSAGE_HISTORY. */
  joined_seq: number;
}

const MARK = 'm.id AS message_id, m.channel_id, m.seq, k.starred_at IS NOT NULL AS starred, k.hidden_at IS NOT NULL AS hidden';

// Waits for whoever deletes the message, which takes all marks along: none is left behind.
const set = (column: string, when: string) => `
WITH target AS (
  SELECT m.id, m.channel_id, m.seq FROM messages m WHERE m.id = $2 AND m.deleted_at IS NULL AND ${when} FOR SHARE
), k AS (
  INSERT INTO message_marks (user_id, message_id, ${column}, changed_at) SELECT $1::bigint, id, clock_timestamp(), clock_timestamp() FROM target
  ON CONFLICT (user_id, message_id) DO UPDATE
    SET ${column} = coalesce(message_marks.${column}, excluded.${column}), changed_at = excluded.changed_at
  RETURNING *
)
SELECT ${MARK} FROM k JOIN target m ON m.id = k.message_id`;

const STARRED = 'SELECT count(*) FROM message_marks k WHERE k.user_id = $1 AND k.starred_at IS NOT NULL';

const SET: Record<MarkKind, string> = {
  starred: set('starred_at', `(${STARRED}) < ${limits.starredPerUser}`),
  hidden: set('hidden_at', 'true'),
};

const clear = (column: string) => `
WITH k AS (
  UPDATE message_marks SET ${column} = NULL, changed_at = clock_timestamp() WHERE user_id = $1 AND message_id = $2 RETURNING *
)
SELECT ${MARK} FROM k JOIN messages m ON m.id = k.message_id`;

const CLEAR: Record<MarkKind, string> = { starred: clear('starred_at'), hidden: clear('hidden_at') };

@Injectable()
export class MarksRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** What the user has on a message; null where they never had anything. */
  async find(userId: string, messageId: string): Promise<MarkRow | null> {
    const [row] = await this.prisma.statement<MarkRow>(
      'marks_find',
      `SELECT ${MARK} FROM message_marks k JOIN messages m ON m.id = k.message_id WHERE k.user_id = $1 AND k.message_id = $2`,
      [userId, messageId],
    );
    return row ?? null;
  }

  /** `full`: there are as many stars as may be. Null: the message is deleted. */
  async set(userId: string, messageId: string, kind: MarkKind): Promise<MarkRow | 'full' | null> {
    const [row] = await this.prisma.statement<MarkRow>(`marks_set_${kind}`, SET[kind], [userId, messageId]);
    if (row) return row;
    return kind === 'starred' && (await this.countStarred(userId)) >= limits.starredPerUser ? 'full' : null;
  }

  /** Null when there is nothing any more. */
  async clear(userId: string, messageId: string, kind: MarkKind): Promise<MarkRow | null> {
    const [row] = await this.prisma.statement<MarkRow>(`marks_clear_${kind}`, CLEAR[kind], [userId, messageId]);
    return row ?? null;
  }

  /** Those that were changed last, also by being taken away. */
  recent(userId: string): Promise<MarkRow[]> {
    return this.prisma.statement<MarkRow>(
      'marks_recent',
      `SELECT ${MARK} FROM message_marks k JOIN messages m ON m.id = k.message_id WHERE k.user_id = $1
       ORDER BY k.changed_at DESC LIMIT ${limits.recentMarks}`,
      [userId],
    );
  }

  /** The one starred last first; of what the user has left, and what they hid, nothing. */
  starred(userId: string, before: TimePosition, limit: number): Promise<StarredRow[]> {
    return this.prisma.statement<StarredRow>(
      'marks_starred',
      `SELECT ${COLUMNS}, k.starred_at, c.server_id, c.name AS channel_name, coalesce(s.joined_seq, 0) AS joined_seq,
         CASE WHEN c.type = 'THREAD' THEN c.parent_id ELSE c.id END AS place_id
       FROM message_marks k JOIN messages m ON m.id = k.message_id JOIN users u ON u.id = m.author_id JOIN channels c ON c.id = m.channel_id
       LEFT JOIN read_states s ON s.user_id = k.user_id AND s.channel_id = c.id
       WHERE k.user_id = $1 AND k.starred_at IS NOT NULL AND k.hidden_at IS NULL AND (k.starred_at, k.message_id) < ($2::timestamptz, $3)
         AND CASE WHEN c.server_id IS NULL
           THEN EXISTS (SELECT FROM recipients r WHERE r.channel_id = c.id AND r.user_id = $1)
           ELSE EXISTS (SELECT FROM members b WHERE b.server_id = c.server_id AND b.user_id = $1) END
       ORDER BY k.starred_at DESC, k.message_id DESC LIMIT $4`,
      [userId, before.at, before.id, limit],
    );
  }

  private async countStarred(userId: string): Promise<number> {
    const [row] = await this.prisma.statement<{ count: string }>('marks_count_starred', STARRED, [userId]);
    return Number(row?.count ?? 0);
  }
}
