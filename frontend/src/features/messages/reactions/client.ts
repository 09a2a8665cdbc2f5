import type { Message } from '@hearth/contract';
import { noteUse, quickEmoji } from '@/features/emoji';
import { realtime } from '@/realtime';
import { conversations } from '../client';
import { LastWish } from '../last-wish';
import { setWanted, wantedOf } from './wanted-store';

const reactor = new LastWish<boolean>({
  send: (messageId, emoji, want) => realtime.emit(want ? 'reaction:add' : 'reaction:remove', { messageId, emoji }),
  acknowledge: (message) => conversations.acknowledge(message),
  wanted: wantedOf,
  setWanted,
});

/**
 * Shows at once.
 *
 * @param emoji undefined: the one that the person uses most
 * @param want undefined: the other way round than it is
 * @throws what the server refuses with; then it is as it was
 */
export async function react({ id, channelId, reactions }: Message, emoji = quickEmoji(channelId), want?: boolean): Promise<void> {
  const isThere = wantedOf(id, emoji) ?? reactions.some((reaction) => reaction.emoji === emoji && reaction.me);
  const next = want ?? !isThere;
  if (next === isThere) return;
  if (next) noteUse(emoji);
  await reactor.want(id, emoji, next);
}
