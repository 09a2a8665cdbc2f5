import type { MessageMark } from '@hearth/contract';
import { hearUnheld } from '@/features/offline';
import { conversations, heldConversation } from './client';

/** Also in what is kept of channels that nobody looks at: without network nothing else would tell of it. */
export function noteMark(mark: MessageMark): void {
  const { channelId, seq, starred, hidden } = mark;
  if (heldConversation(channelId)) conversations.mark(channelId, mark);
  else hearUnheld(channelId, { change: { mark: { seq, starred, hidden } }, isNewest: false });
}
