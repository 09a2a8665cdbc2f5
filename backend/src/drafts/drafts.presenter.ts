import type { Draft } from '@hearth/contract';
import type { DraftRow } from './drafts.repository.js';

export const presentDraft = (row: DraftRow): Draft => ({
  channelId: row.channel_id,
  content: row.content,
  replyToId: row.reply_to_id,
  updatedAt: row.updated_at.toISOString(),
});

export const presentNoDraft = (channelId: string, since: Date): Draft => ({
  channelId,
  content: '',
  replyToId: null,
  updatedAt: since.toISOString(),
});
