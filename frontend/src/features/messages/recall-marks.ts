import { call } from '@/api';
import { partsLoad } from '@/lib/lazy-part';
import { heldConversations } from './client';
import { noteMark } from './note-mark';

/** What was marked on other devices while this one was away raises no version: nothing else tells of it. */
export async function recallMarks(): Promise<void> {
  // Where only what is kept can be wrong, it can wait.
  if (heldConversations().length === 0) await partsLoad;
  // Without an answer now, the next connection asks again.
  const answer = await call('listMarks').catch(() => null);
  for (const mark of answer?.marks ?? []) noteMark(mark);
}
