import type { Channel, ReadState } from '@hearth/contract';

/** Without one on the server, the user is at 0. */
export const emptyReadState = (channelId: string): ReadState => ({
  channelId,
  lastReadSeq: 0,
  lastDeliveredSeq: 0,
  markedUnreadSeq: null,
});

/** The last message that counts as read. A mark outweighs the position, which only grows. */
export const readUpTo = ({ lastReadSeq, markedUnreadSeq }: ReadState): number =>
  markedUnreadSeq === null ? lastReadSeq : Math.min(lastReadSeq, markedUnreadSeq - 1);

export const unreadCount = (channel: Pick<Channel, 'lastSeq'>, state: ReadState): number => Math.max(0, channel.lastSeq - readUpTo(state));

/** Where the unread line belongs; null when all is read. */
export const firstUnreadSeq = (channel: Pick<Channel, 'lastSeq'>, state: ReadState): number | null =>
  unreadCount(channel, state) === 0 ? null : readUpTo(state) + 1;

export const isUnread = (channel: Pick<Channel, 'lastSeq'>, state: ReadState): boolean => unreadCount(channel, state) > 0;

/** Reading clears a mark. What is read was received too. */
export const readTo = (state: ReadState, seq: number): ReadState => ({
  ...state,
  lastReadSeq: Math.max(state.lastReadSeq, seq),
  lastDeliveredSeq: Math.max(state.lastDeliveredSeq, seq),
  markedUnreadSeq: null,
});

export const markUnread = (state: ReadState, seq: number): ReadState => ({ ...state, markedUnreadSeq: seq });

export const deliverTo = (state: ReadState, seq: number): ReadState =>
  seq > state.lastDeliveredSeq ? { ...state, lastDeliveredSeq: seq } : state;

/** Sending moves the own position only when nothing else was unread, as it does on the server. */
export const afterOwnMessage = (state: ReadState, seq: number): ReadState =>
  state.lastReadSeq === seq - 1 && state.markedUnreadSeq === null ? readTo(state, seq) : state;

/** Another device's word: positions only grow, its mark counts. */
export const mergeReadState = (held: ReadState, told: ReadState): ReadState => ({
  channelId: held.channelId,
  lastReadSeq: Math.max(held.lastReadSeq, told.lastReadSeq),
  lastDeliveredSeq: Math.max(held.lastDeliveredSeq, told.lastDeliveredSeq),
  markedUnreadSeq: told.markedUnreadSeq,
});
