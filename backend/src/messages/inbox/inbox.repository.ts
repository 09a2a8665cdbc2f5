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

/** Of each target the newest: what somebody is called by a hundred times a day stays cheap. */
const newestOfEach = (condition: string) => `called AS (
  SELECT DISTINCT n.message_id, n.channel_id, n.seq FROM targets t CROSS JOIN LATERAL (
    SELECT c.message_id, c.channel_id, c.seq FROM mentions c
    WHERE c.target_id = t.id AND c.author_id <> $1 ${condition} AND NOT EXISTS (
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
WHERE c.seq > coalesce(s.last_read_seq, 0)
  AND (h.server_id IS NOT NULL OR EXISTS (SELECT FROM recipients r WHERE r.channel_id = h.id AND r.user_id = $1))
GROUP BY c.channel_id, h.server_id`;

@Injectable()
export class InboxRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By id descending, those before one; of all channels, whether the user sees them or not. */
  mentions(userId: string, before: string | null, limit: number): Promise<MessageRow[]> {
    if (before === null) return this.prisma.statement<MessageRow>('inbox_newest', page(''), [userId, limit]);
    return this.prisma.statement<MessageRow>('inbox_before', page('AND c.message_id < $3'), [userId, limit, before]);
  }

  unread(userId: string): Promise<{ channelId: string; serverId: string | null; seqs: number[] }[]> {
    return this.prisma.statement('inbox_unread', UNREAD, [userId, limits.unreadMentions]);
  }
}
