import { Injectable } from '@nestjs/common';
import { limits, type UserSummary } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { changeOf, rightsOf, USER, type Guard } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';

const HAS_KIND = `t.reactions @> jsonb_build_array(jsonb_build_object('emoji', $4::text))`;

/** The kinds of a message in their order, each with the count that `count` gives it; those that nobody has any more are left out. */
const counted = (count: string) => `nullif((
  SELECT coalesce(jsonb_agg(jsonb_build_object('emoji', k.emoji, 'count', k.left) ORDER BY k.n), '[]')
  FROM (
    SELECT r.value->>'emoji' AS emoji, r.n, (r.value->>'count')::int ${count} AS left
    FROM jsonb_array_elements(target.reactions) WITH ORDINALITY AS r(value, n)
  ) k WHERE k.left > 0
), '[]')`;

// The counts go by what this statement itself added or took away, so that they stay right beside statements of other nodes.
const ADD = changeOf({
  before: `, added AS (
  INSERT INTO reactions (message_id, emoji, user_id)
  SELECT t.id, $4::text, $3::bigint FROM target t
  WHERE ${HAS_KIND} OR ($5::bool AND jsonb_array_length(coalesce(t.reactions, '[]')) < ${limits.reactionKinds})
  ON CONFLICT DO NOTHING RETURNING emoji
)`,
  when: 'EXISTS (SELECT FROM added)',
  set: `reactions = CASE WHEN (SELECT ${HAS_KIND} FROM target t)
    THEN ${counted(`+ (r.value->>'emoji' = $4)::int`)}
    ELSE coalesce(target.reactions, '[]') || jsonb_build_array(jsonb_build_object('emoji', $4::text, 'count', 1)) END`,
});

const TAKE = changeOf({
  before: `, gone AS (
  DELETE FROM reactions d USING target t
  WHERE d.message_id = t.id AND ($3::bigint IS NULL OR d.user_id = $3) AND ($4::text IS NULL OR d.emoji = $4)
  RETURNING d.emoji
)`,
  when: 'EXISTS (SELECT FROM gone)',
  set: `reactions = ${counted(`- (SELECT count(*) FROM gone g WHERE g.emoji = r.value->>'emoji')::int`)}`,
});

@Injectable()
export class ReactionsRepository {
  constructor(private readonly prisma: PrismaService) {}

  async has(messageId: string, emoji: string, userId: string): Promise<boolean> {
    const rows = await this.prisma.statement<{ found: boolean }>(
      'reactions_has',
      'SELECT true AS found FROM reactions WHERE message_id = $1 AND emoji = $2 AND user_id = $3',
      [messageId, emoji, userId],
    );
    return rows.length > 0;
  }

  /**
   * Null when it was there, nothing more of it fits, the message is deleted, or the access version is old; then nothing was changed.
   *
   * @param mayBegin whether it may be the first of its kind
   */
  async add(guard: Guard, reaction: { messageId: string; emoji: string; userId: string; mayBegin: boolean }): Promise<MessageRow | null> {
    const { messageId, emoji, userId, mayBegin } = reaction;
    const rights = rightsOf(guard);
    const values = [messageId, guard.accessVersion, userId, emoji, mayBegin];
    const rows = await this.prisma.statement<MessageRow>(`reactions_add_${rights}`, ADD[rights], values);
    return rows[0] ?? null;
  }

  /** Null when there was none, the message is deleted, or the access version is old. A part that is null stands for all. */
  async take(guard: Guard, of: { messageId: string; emoji: string | null; userId: string | null }): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const values = [of.messageId, guard.accessVersion, of.userId, of.emoji];
    const rows = await this.prisma.statement<MessageRow>(`reactions_take_${rights}`, TAKE[rights], values);
    return rows[0] ?? null;
  }

  /** What somebody has on a message. */
  async of(messageId: string, userId: string): Promise<string[]> {
    const rows = await this.prisma.statement<{ emoji: string }>(
      'reactions_of',
      'SELECT emoji FROM reactions WHERE user_id = $2 AND message_id = $1 ORDER BY created_at, emoji',
      [messageId, userId],
    );
    return rows.map(({ emoji }) => emoji);
  }

  /** By id ascending. */
  users(messageId: string, emoji: string, after: string, limit: number): Promise<UserSummary[]> {
    return this.prisma.statement<UserSummary>(
      'reactions_users',
      `SELECT ${USER} FROM reactions r JOIN users u ON u.id = r.user_id
       WHERE r.message_id = $1 AND r.emoji = $2 AND r.user_id > $3 ORDER BY r.user_id LIMIT $4`,
      [messageId, emoji, after, limit],
    );
  }
}
