import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { isForeignKeyViolation } from '../database/database-errors.js';
import { PrismaService } from '../database/prisma.service.js';

export interface ReminderRow {
  id: string;
  user_id: string;
  message_id: string;
  channel_id: string;
  server_id: string | null;
  remind_at: Date;
  fired_at: Date | null;
  created_at: Date;
}

export interface NewReminder {
  id: string;
  userId: string;
  messageId: string;
  channelId: string;
  remindAt: string;
}

const COLUMNS = `id, user_id, message_id, channel_id, remind_at, fired_at, created_at,
  (SELECT c.server_id FROM channels c WHERE c.id = reminders.channel_id) AS server_id`;

@Injectable()
export class RemindersRepository {
  constructor(private readonly prisma: PrismaService) {}

  /** By their time. */
  ofUser(userId: string): Promise<ReminderRow[]> {
    return this.prisma.statement('reminders_of_user', `SELECT ${COLUMNS} FROM reminders WHERE user_id = $1 ORDER BY remind_at, id`, [
      userId,
    ]);
  }

  async byId(id: string): Promise<ReminderRow | null> {
    const rows = await this.prisma.statement<ReminderRow>('reminders_by_id', `SELECT ${COLUMNS} FROM reminders WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** In place of one of the same message. `full`: the user has as many as they may. `gone`: the message's channel was deleted meanwhile. */
  async set({ id, userId, messageId, channelId, remindAt }: NewReminder): Promise<ReminderRow | 'full' | 'gone'> {
    try {
      const [row] = await this.prisma.statement<ReminderRow>(
        'reminders_set',
        `INSERT INTO reminders (id, user_id, message_id, channel_id, remind_at)
         SELECT $1::bigint, $2::bigint, $3::bigint, $4::bigint, $5::timestamptz
         WHERE (SELECT count(*) FROM reminders WHERE user_id = $2 AND message_id <> $3) < ${limits.remindersPerUser}
         ON CONFLICT (user_id, message_id) DO UPDATE SET remind_at = excluded.remind_at, fired_at = NULL
         RETURNING ${COLUMNS}`,
        [id, userId, messageId, channelId, remindAt],
      );
      return row ?? 'full';
    } catch (fault) {
      if (isForeignKeyViolation(fault)) return 'gone';
      throw fault;
    }
  }

  async remove(id: string): Promise<void> {
    await this.prisma.statement('reminders_remove', 'DELETE FROM reminders WHERE id = $1', [id]);
  }

  /** Those whose time has come, for this node to tell: no other one gets them. */
  fireDue(most: number): Promise<ReminderRow[]> {
    return this.prisma.statement(
      'reminders_fire_due',
      `UPDATE reminders SET fired_at = now() WHERE id IN (
         SELECT id FROM reminders WHERE fired_at IS NULL AND remind_at <= now() ORDER BY remind_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING ${COLUMNS}`,
      [most],
    );
  }
}
