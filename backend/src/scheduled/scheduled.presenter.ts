import type { Attachment, ScheduledMessage } from '@hearth/contract';
import type { ScheduledRow } from './scheduled.repository.js';

export const presentScheduled = (row: ScheduledRow, attachments: Attachment[]): ScheduledMessage => ({
  id: row.id,
  channelId: row.channel_id,
  content: row.content,
  attachments,
  replyToId: row.reply_to_id,
  sendAt: row.send_at.toISOString(),
  status: row.status,
  failure: row.failure,
  createdAt: row.created_at.toISOString(),
});
