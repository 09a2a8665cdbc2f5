import type { ReadState, Receipt } from '@hearth/contract';
import type { ReadStateRow } from './read-states.repository.js';

export const presentReadState = (row: ReadStateRow): ReadState => ({
  channelId: row.channel_id,
  lastReadSeq: row.last_read_seq,
  lastDeliveredSeq: row.last_delivered_seq,
  markedUnreadSeq: row.marked_unread_seq,
});

export const presentReceipt = (row: ReadStateRow): Receipt => ({
  userId: row.user_id,
  deliveredSeq: row.last_delivered_seq,
  readSeq: row.private_read_seq ?? row.last_read_seq,
});
