import type { MessageSticker } from '@hearth/contract';
import { conversations, outbox } from './client';
import { endReply, type Reply } from './reply-store';

/** As a message of its own; what is written meanwhile stays. */
export function sendSticker(channelId: string, sticker: MessageSticker, reply: Reply | null): void {
  outbox.add(channelId, '', { sticker, reply });
  endReply(channelId);
  conversations.jumpToNewest(channelId).catch(() => undefined);
}
