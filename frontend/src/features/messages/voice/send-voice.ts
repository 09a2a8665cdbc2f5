import type { RecordedSound } from '@/features/uploads';
import { conversations } from '../client';
import { endReply, useReplyStore } from '../reply-store';

/** What was recorded, as a message of its own. */
export function sendVoice(channelId: string, recorded: RecordedSound & { file: Blob }): void {
  const reply = useReplyStore.getState()[channelId] ?? null;
  endReply(channelId);
  void import('../message-files').then(({ addVoice }) => addVoice(channelId, recorded, reply));
  conversations.jumpToNewest(channelId).catch(() => undefined);
}
