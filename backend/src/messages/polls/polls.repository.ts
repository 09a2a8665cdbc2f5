import { Injectable } from '@nestjs/common';
import type { UserSummary } from '@hearth/contract';
import { PrismaService } from '../../database/prisma.service.js';
import { changeOf, COLUMNS, FROM, rightsOf, USER, type Guard } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';

/** A poll that ends now, or that ended and of which nobody was told. */
export interface DuePoll {
  id: string;
  channel_id: string;
  server_id: string | null;
}

const LOCK = `SELECT FROM channels c JOIN messages m ON m.channel_id = c.id WHERE m.id = $1 FOR NO KEY UPDATE OF c FOR UPDATE OF m`;

const IS_OPEN = `t.poll->>'closedAt' IS NULL AND (t.poll->>'expiresAt' IS NULL OR t.poll->>'expiresAt' > $5::text)`;

// The counts go by what this statement itself changed.
const VOTE = changeOf({
  before: `, had AS (
  SELECT count(*)::int AS votes FROM poll_votes v JOIN target t ON t.id = v.message_id WHERE v.user_id = $4::bigint
), gone AS (
  DELETE FROM poll_votes v USING target t
  WHERE v.message_id = t.id AND v.user_id = $4::bigint AND v.answer <> ALL($3::int[]) AND ${IS_OPEN}
  RETURNING v.answer
), added AS (
  INSERT INTO poll_votes (message_id, user_id, answer)
  SELECT t.id, $4::bigint, a.answer FROM target t CROSS JOIN unnest($3::int[]) AS a(answer) WHERE ${IS_OPEN}
  ON CONFLICT DO NOTHING RETURNING answer
)`,
  when: '(EXISTS (SELECT FROM gone) OR EXISTS (SELECT FROM added))',
  set: `poll = target.poll || jsonb_build_object(
    'answers', (
      SELECT jsonb_agg(a.value || jsonb_build_object('votes', (a.value->>'votes')::int
        + (SELECT count(*) FROM added WHERE answer = (a.value->>'id')::int)
        - (SELECT count(*) FROM gone WHERE answer = (a.value->>'id')::int)) ORDER BY a.n)
      FROM jsonb_array_elements(target.poll->'answers') WITH ORDINALITY AS a(value, n)),
    'voters', (target.poll->>'voters')::int + (cardinality($3::int[]) > 0)::int - ((SELECT votes FROM had) > 0)::int)`,
});

const CLOSE = changeOf({
  when: `target.poll->>'closedAt' IS NULL`,
  set: `poll = target.poll || jsonb_build_object('closedAt', $3::text)`,
});

/** As the pool gives rows: ids are text. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  return Array.isArray(value) ? value.map(plain) : value;
};
const rowOf = (raw: Record<string, unknown>): MessageRow =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, name === 'poll' ? value : plain(value)])) as unknown as MessageRow;

@Injectable()
export class PollsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By number. */
  async votesOf(messageId: string, userId: string): Promise<number[]> {
    const rows = await this.prisma.statement<{ answer: number }>(
      'poll_votes_of',
      'SELECT answer FROM poll_votes WHERE message_id = $1 AND user_id = $2 ORDER BY answer',
      [messageId, userId],
    );
    return rows.map(({ answer }) => answer);
  }

  /**
   * Null when the poll is over, nothing is another, the message is deleted, or the access version is old; then nothing was changed.
   *
   * @param now ISO 8601
   */
  async vote(guard: Guard, vote: { messageId: string; userId: string; answers: number[]; now: string }): Promise<MessageRow | null> {
    const { messageId, userId, answers, now } = vote;
    const id = BigInt(messageId);
    const rows = await this.prisma.$transaction(async (transaction) => {
      // What else this person votes elsewhere at this moment is stored, or waits: the statement after sees the votes that there are.
      await transaction.$queryRawUnsafe(LOCK, id);
      const text = VOTE[rightsOf(guard)];
      return transaction.$queryRawUnsafe<Record<string, unknown>[]>(text, id, guard.accessVersion, answers, BigInt(userId), now);
    });
    return rows[0] ? rowOf(rows[0]) : null;
  }

  /** Null when it was over before, the message is deleted, or the access version is old. @param at ISO 8601 */
  async close(guard: Guard, messageId: string, at: string): Promise<MessageRow | null> {
    const rights = rightsOf(guard);
    const rows = await this.prisma.statement<MessageRow>(`polls_close_${rights}`, CLOSE[rights], [messageId, guard.accessVersion, at]);
    return rows[0] ?? null;
  }

  async byId(messageId: string): Promise<MessageRow | null> {
    const rows = await this.prisma.statement<MessageRow>('polls_by_id', `SELECT ${COLUMNS} ${FROM} WHERE m.id = $1`, [messageId]);
    return rows[0] ?? null;
  }

  /** The first ones. @param now ISO 8601 */
  due(now: string, limit: number): Promise<DuePoll[]> {
    return this.prisma.statement<DuePoll>(
      'polls_due',
      `SELECT m.id, m.channel_id, c.server_id FROM messages m JOIN channels c ON c.id = m.channel_id
       WHERE m.poll IS NOT NULL AND m.poll->>'told' IS NULL AND coalesce(m.poll->>'closedAt', m.poll->>'expiresAt') <= $1
       ORDER BY coalesce(m.poll->>'closedAt', m.poll->>'expiresAt') LIMIT $2`,
      [now, limit],
    );
  }

  /** The notice of its end stands there. Nobody sees this: no version is raised. */
  async markTold(messageId: string): Promise<void> {
    await this.prisma.statement(
      'polls_mark_told',
      `UPDATE messages SET poll = poll || '{"told": true}' WHERE id = $1 AND poll IS NOT NULL`,
      [messageId],
    );
  }

  /** By id ascending. */
  voters(messageId: string, answer: number, after: string, limit: number): Promise<UserSummary[]> {
    return this.prisma.statement<UserSummary>(
      'poll_voters',
      `SELECT ${USER} FROM poll_votes v JOIN users u ON u.id = v.user_id
       WHERE v.message_id = $1 AND v.answer = $2 AND v.user_id > $3 ORDER BY v.user_id LIMIT $4`,
      [messageId, answer, after, limit],
    );
  }
}
