import { draftOf, setDraft } from '@/features/drafts';
import { setReply } from '@/features/messages';

/** It is sent later: the place to write is free again, unless something else stands there by now. */
export function takeDraft(channelId: string, content: string): void {
  if (draftOf(channelId).trim() !== content) return;
  setDraft(channelId, '');
  setReply(channelId, null);
}
