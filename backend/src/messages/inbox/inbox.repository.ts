import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { COLUMNS } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';

/** As whom `$1` is called: by name, by their roles, as a member, in a group. */
const TARGETS = `targets AS (
  SELECT $1::bigint AS id
  UNION ALL SELECT server_id FROM members WHERE user_id = $1
  UNION ALL SELECT role_id FROM member_roles WHERE user_id = $1
  UNION ALL SELECT channel_id FROM recipients WHERE user_id = $1
)`;

/**
 * Of each target the newest `$2`: what somebody is called by a hundred times a day stays cheap. Without those of the channels `$3`: a member
 * is called by whatever calls everybody of the server, also where they see nothing, and that must not take the place of the rest.
 */
const newestOfEach = (condition: string) => `called AS (
  SELECT DISTINCT n.message_id, n.channel_id, n.seq FROM targets t CROSS JOIN LATERAL (
    SELECT c.message_id, c.channel_id, c.seq FROM mentions c
    WHERE c.target_id = t.id AND c.author_id <> $1 AND c.channel_id <> ALL($3::bigint[]) ${condition} AND NOT EXISTS (
      SELECT FROM relationships r WHERE r.user_id = $1 AND r.other_id = c.author_id AND (r.type = 'BLOCKED' OR r.ignored))
    ORDER BY c.message_id DESC LIMIT $2
  ) n
)`;

/** What the user hid is not shown, and counts until it is read. */
const SHOWN = `AND NOT EXISTS (
      SELECT FROM message_marks k WHERE k.user_id = $1 AND k.message_id = c.message_id AND k.hidden_at IS NOT NULL)`;

const page = (condition: string) => `
WITH ${TARGETS}, ${newestOfEach(`${condition} ${SHOWN}`)}
SELECT ${COLUMNS} FROM (SELECT message_id FROM called ORDER BY message_id DESC LIMIT $2) AS c
JOIN messages m ON m.id = c.message_id JOIN users u ON u.id = m.author_id ORDER BY m.id DESC`;

const UNREAD = `
WITH ${TARGETS}, ${newestOfEach('')}
SELECT c.channel_id AS "channelId", h.server_id AS "serverId", (array_agg(c.seq ORDER BY c.seq DESC))[1:$2] AS seqs
FROM called c JOIN channels h ON h.id = c.channel_id
LEFT JOIN read_states s ON s.user_id = $1 AND s.channel_id = c.channel_id
WHERE c.seq > least(coalesce(s.last_read_seq, 0), s.marked_unread_seq - 1)
  AND (h.server_id IS NOT NULL OR EXISTS (SELECT FROM recipients r WHERE r.channel_id = h.id AND r.user_id = $1))
GROUP BY c.channel_id, h.server_id`;

export interface UnreadRow {
  channelId: string;
  serverId: string | null;
  /** The newest first. */
  seqs: number[];
}

@Injectable()
export class InboxRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By id descending, those before one; of all channels but `without`, whether the user sees them or not. */
  mentions(userId: string, { before, limit, without }: { before: string | null; limit: number; without: string[] }): Promise<MessageRow[]> {
    const values = [userId, limit, without];
    if (before === null) return this.prisma.statement<MessageRow>('inbox_newest', page(''), values);
    return this.prisma.statement<MessageRow>('inbox_before', page('AND c.message_id < $4'), [...values, before]);
  }

  /** As `mentions`. */
  unread(userId: string, without: string[]): Promise<UnreadRow[]> {
    return this.prisma.statement<UnreadRow>('inbox_unread', UNREAD, [userId, limits.unreadMentions, without]);
  }
}
