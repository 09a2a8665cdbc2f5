import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { PrismaService, type Transaction } from '../../database/prisma.service.js';
import { changeOf, COLUMNS, FROM, rightsOf, type Guard } from '../message-statements.js';
import type { MessageRow } from '../messages.presenter.js';
import type { TimePosition } from '../time-cursor.js';

const COUNT = 'SELECT count(*) FROM messages p WHERE p.channel_id = target.channel_id AND p.pinned_at IS NOT NULL';
const PIN = changeOf({
  set: 'pinned_at = clock_timestamp()',
  when: `target.pinned_at IS NULL AND (${COUNT}) < ${limits.pinsPerChannel}`,
});
const UNPIN = changeOf({ set: 'pinned_at = NULL', when: 'target.pinned_at IS NOT NULL' });

@Injectable()
export class PinsRepository {
  constructor(private readonly prisma: PrismaService) {}

  /**
   * With what else belongs to the act. Null when the message is deleted or the access version old, `full` when as many are pinned as may
   * be; then nothing was changed.
   */
  async pin(row: MessageRow, guard: Guard, then: (transaction: Transaction) => Promise<void>): Promise<MessageRow | 'full' | null> {
    const channelId = BigInt(row.channel_id);
    const outcome = await this.prisma.$transaction(async (transaction) => {
      // Those who pin in one channel count one after the other: a statement that waits still counts what was there when it began.
      await transaction.$queryRaw`SELECT FROM channels WHERE id = ${channelId} FOR NO KEY UPDATE`;
      if (await this.write(PIN[rightsOf(guard)], row, guard, transaction, then)) return 'pinned';
      const pinned = await transaction.message.count({ where: { channelId, pinnedAt: { not: null } } });
      return pinned >= limits.pinsPerChannel ? 'full' : null;
    });
    return outcome === 'pinned' ? this.byId(row.id) : outcome;
  }

  /** As `pin`. */
  async unpin(row: MessageRow, guard: Guard, then: (transaction: Transaction) => Promise<void>): Promise<MessageRow | null> {
    const isDone = await this.prisma.$transaction((transaction) => this.write(UNPIN[rightsOf(guard)], row, guard, transaction, then));
    return isDone ? this.byId(row.id) : null;
  }

  /** The one pinned last first. */
  list(channelId: string, floor: number, before: TimePosition, limit: number): Promise<MessageRow[]> {
    return this.prisma.statement<MessageRow>(
      'pins_list',
      `SELECT ${COLUMNS} ${FROM} WHERE m.channel_id = $1 AND m.seq > $2 AND m.pinned_at IS NOT NULL AND (m.pinned_at, m.id) < ($3::timestamptz, $4)
       ORDER BY m.pinned_at DESC, m.id DESC LIMIT $5`,
      [channelId, floor, before.at, before.id, limit],
    );
  }

  private async byId(id: string): Promise<MessageRow | null> {
    const rows = await this.prisma.statement<MessageRow>('pins_by_id', `SELECT ${COLUMNS} ${FROM} WHERE m.id = $1`, [id]);
    return rows[0] ?? null;
  }

  private async write(
    text: string,
    { id }: MessageRow,
    { accessVersion }: Guard,
    transaction: Transaction,
    then: (transaction: Transaction) => Promise<void>,
  ): Promise<boolean> {
    const rows = await transaction.$queryRawUnsafe<unknown[]>(text, BigInt(id), accessVersion);
    if (rows.length > 0) await then(transaction);
    return rows.length > 0;
  }
}
