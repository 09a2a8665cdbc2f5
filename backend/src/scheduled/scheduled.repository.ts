import { Injectable } from '@nestjs/common';
import { limits, type ErrorCode } from '@hearth/contract';
import { isForeignKeyViolation } from '../database/database-errors.js';
import { PrismaService, type Transaction } from '../database/prisma.service.js';

export interface ScheduledRow {
  id: string;
  channel_id: string;
  author_id: string;
  content: string;
  reply_to_id: string | null;
  send_at: Date;
  status: 'PENDING' | 'FAILED';
  failure: ErrorCode | null;
  created_at: Date;
}

export interface NewScheduled {
  id: string;
  channelId: string;
  authorId: string;
  content: string;
  replyToId: string | null;
  sendAt: string;
}

const COLUMNS = 'id, channel_id, author_id, content, reply_to_id, send_at, status, failure, created_at';
/** Nobody is sending it: whoever was has come to an end without a word. */
const IS_FREE = '(claimed_until IS NULL OR claimed_until < now())';
/** Longer than a message takes, and short enough for one whose node died. */
const CLAIM = `now() + interval '15 seconds'`;

const rowOf = ({ id, channelId, authorId, content, replyToId }: NewScheduled, made: { sendAt: Date; createdAt: Date }): ScheduledRow => ({
  ...{ id, channel_id: channelId, author_id: authorId, content, reply_to_id: replyToId },
  ...{ send_at: made.sendAt, status: 'PENDING', failure: null, created_at: made.createdAt },
});

@Injectable()
export class ScheduledRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By their time. */
  ofUser(userId: string): Promise<ScheduledRow[]> {
    return this.prisma.statement(
      'scheduled_of_user',
      `SELECT ${COLUMNS} FROM scheduled_messages WHERE author_id = $1 ORDER BY send_at, id`,
      [userId],
    );
  }

  ofChannel(userId: string, channelId: string): Promise<ScheduledRow[]> {
    return this.prisma.statement(
      'scheduled_of_channel',
      `SELECT ${COLUMNS} FROM scheduled_messages WHERE channel_id = $2 AND author_id = $1 ORDER BY send_at, id`,
      [userId, channelId],
    );
  }

  async byId(id: string): Promise<ScheduledRow | null> {
    const rows = await this.prisma.statement<ScheduledRow>('scheduled_by_id', `SELECT ${COLUMNS} FROM scheduled_messages WHERE id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  }

  /**
   * `full`: the author has as many as they may. `gone`: the channel was deleted meanwhile.
   *
   * @param then in the same transaction
   */
  async insert(scheduled: NewScheduled, then: (transaction: Transaction) => Promise<void>): Promise<ScheduledRow | 'full' | 'gone'> {
    const { content, sendAt } = scheduled;
    const [id, channelId, authorId] = [BigInt(scheduled.id), BigInt(scheduled.channelId), BigInt(scheduled.authorId)];
    const replyToId = scheduled.replyToId === null ? null : BigInt(scheduled.replyToId);
    try {
      return await this.prisma.$transaction(async (transaction) => {
        if ((await transaction.scheduledMessage.count({ where: { authorId } })) >= limits.scheduledPerUser) return 'full';
        const data = { id, channelId, authorId, content, replyToId, sendAt };
        const made = await transaction.scheduledMessage.create({ data });
        await then(transaction);
        return rowOf(scheduled, made);
      });
    } catch (fault) {
      if (isForeignKeyViolation(fault)) return 'gone';
      throw fault;
    }
  }

  /** Null where it is being sent, or gone. With a new time, one that was refused waits again. */
  async update(
    id: string,
    { content, sendAt }: { content?: string | undefined; sendAt?: string | undefined },
  ): Promise<ScheduledRow | null> {
    const rows = await this.prisma.statement<ScheduledRow>(
      'scheduled_update',
      `UPDATE scheduled_messages SET content = coalesce($2, content), send_at = coalesce($3::timestamptz, send_at), claimed_until = NULL,
         status = CASE WHEN $3::timestamptz IS NULL THEN status ELSE 'PENDING' END,
         failure = CASE WHEN $3::timestamptz IS NULL THEN failure END
       WHERE id = $1 AND ${IS_FREE} RETURNING ${COLUMNS}`,
      [id, content ?? null, sendAt ?? null],
    );
    return rows[0] ?? null;
  }

  /** False where it is being sent, or gone. Its files are there as long as those of any message that is being written. */
  async removeFree(id: string): Promise<boolean> {
    const rows = await this.prisma.statement(
      'scheduled_remove_free',
      `WITH gone AS (DELETE FROM scheduled_messages WHERE id = $1 AND ${IS_FREE} RETURNING id),
         left_over AS (UPDATE files SET touched_at = now() FROM gone WHERE files.scheduled_id = gone.id)
       SELECT id FROM gone`,
      [id],
    );
    return rows.length > 0;
  }

  /** Those whose time has come, for this node to send: no other one gets them meanwhile. */
  claimDue(most: number): Promise<ScheduledRow[]> {
    return this.prisma.statement(
      'scheduled_claim_due',
      `UPDATE scheduled_messages SET claimed_until = ${CLAIM} WHERE id IN (
         SELECT id FROM scheduled_messages WHERE status = 'PENDING' AND send_at <= now() AND ${IS_FREE}
         ORDER BY send_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [most],
    );
  }

  /** One that is to be sent before its time. Null where it is being sent, or gone. */
  async claim(id: string): Promise<ScheduledRow | null> {
    const rows = await this.prisma.statement<ScheduledRow>(
      'scheduled_claim',
      `UPDATE scheduled_messages SET claimed_until = ${CLAIM} WHERE id = $1 AND ${IS_FREE} RETURNING ${COLUMNS}`,
      [id],
    );
    return rows[0] ?? null;
  }

  async release(id: string): Promise<void> {
    await this.prisma.statement('scheduled_release', 'UPDATE scheduled_messages SET claimed_until = NULL WHERE id = $1', [id]);
  }

  /** Refused. Without what it answered, if that is gone: sent again, it is a message like any other. */
  async fail(id: string, failure: ErrorCode): Promise<ScheduledRow | null> {
    const rows = await this.prisma.statement<ScheduledRow>(
      'scheduled_fail',
      `UPDATE scheduled_messages SET status = 'FAILED', failure = $2::text, claimed_until = NULL,
         reply_to_id = CASE WHEN $2::text = 'CONFLICT' THEN NULL ELSE reply_to_id END
       WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, failure],
    );
    return rows[0] ?? null;
  }

  /** It is sent. */
  async remove(id: string): Promise<void> {
    await this.prisma.statement('scheduled_remove', 'DELETE FROM scheduled_messages WHERE id = $1', [id]);
  }
}
