import { call } from '@/api';
import { conversations, heldConversations } from './client';

/** What was marked on other devices while this one was away raises no version: nothing else tells of it. */
export async function recallMarks(): Promise<void> {
  if (heldConversations().length === 0) return;
  // Without an answer now, the next connection asks again.
  const answer = await call('listMarks').catch(() => null);
  for (const mark of answer?.marks ?? []) conversations.mark(mark.channelId, mark);
}
