import type { Message } from '@hearth/contract';
import { systemClock } from '@/api';
import { noteUse, quickEmoji } from '@/features/emoji';
import { openWishTable } from '@/features/offline';
import { realtime } from '@/realtime';
import { conversations } from '../client';
import { LastWish } from '../last-wish';
import { useRefused } from './refused-store';
import { WaitingReactions } from './waiting';
import { clearWanted, setWanted, wantedOf } from './wanted-store';

const reactor: LastWish<boolean> = new LastWish<boolean>({
  send: (messageId, emoji, want) => realtime.emit(want ? 'reaction:add' : 'reaction:remove', { messageId, emoji }),
  acknowledge: (message) => conversations.acknowledge(message),
  wanted: wantedOf,
  setWanted,
  keep: (messageId, emoji, want) => waiting.add({ messageId, emoji, want }),
});

const waiting = new WaitingReactions({
  clock: systemClock,
  want: ({ messageId, emoji, want }) => reactor.want(messageId, emoji, want),
  show: ({ messageId, emoji, want }) => setWanted(messageId, emoji, want),
  isConnected: () => realtime.state === 'ready',
  refused: (errors) => useRefused.setState({ errors }),
});

realtime.onState((state) => {
  if (state === 'ready') void waiting.resume();
});

/** Takes up what this account wanted when there was no connection. */
export const openReactions = (): Promise<void> => waiting.open(openWishTable());

/** Nothing of the account is wanted any more. */
export function closeReactions(): void {
  waiting.close();
  clearWanted();
}

/**
 * Shows at once, and waits where there is no connection.
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
