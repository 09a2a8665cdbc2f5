import type { Message, Reminder } from '@hearth/contract';
import type { ReminderRow } from './reminders.repository.js';

export const presentReminder = (row: ReminderRow, message: Message | undefined): Reminder => ({
  id: row.id,
  serverId: row.server_id,
  channelId: row.channel_id,
  messageId: row.message_id,
  message: message ?? null,
  remindAt: row.remind_at.toISOString(),
  firedAt: row.fired_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
