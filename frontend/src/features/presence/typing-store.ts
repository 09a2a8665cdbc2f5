import { limits } from '@hearth/contract';
import { create } from 'zustand';
import { type Clock, systemClock } from '@/api';
import { without } from '@/lib/without';

/** Who is typing, by channel; in it, until when (Unix time in milliseconds) by user, the longest typing first. */
export type TypingByChannel = Readonly<Record<string, Readonly<Record<string, number>>>>;

const LASTS = limits.typingSeconds * 1_000;

export const useTypingStore = create<TypingByChannel>(() => ({}));

function startTyping(state: TypingByChannel, channelId: string, userId: string, now: number): TypingByChannel {
  return { ...state, [channelId]: { ...state[channelId], [userId]: now + LASTS } };
}

function stopTyping(state: TypingByChannel, channelId: string, userId: string): TypingByChannel {
  const typing = state[channelId];
  if (!typing || !(userId in typing)) return state;
  return { ...state, [channelId]: without(typing, userId) };
}

/** Ends what nobody has renewed. */
function expireTyping(state: TypingByChannel, channelId: string, userId: string, now: number): TypingByChannel {
  const until = state[channelId]?.[userId];
  return until !== undefined && until <= now ? stopTyping(state, channelId, userId) : state;
}

const replace = (change: (state: TypingByChannel) => TypingByChannel) => useTypingStore.setState(change, true);

export function noteTyping(channelId: string, userId: string, clock: Clock = systemClock): void {
  replace((state) => startTyping(state, channelId, userId, clock.now()));
  clock.after(LASTS, () => replace((state) => expireTyping(state, channelId, userId, clock.now())));
}

export const noteTypingStopped = (channelId: string, userId: string): void => replace((state) => stopTyping(state, channelId, userId));

export const resetTyping = (): void => useTypingStore.setState({}, true);
