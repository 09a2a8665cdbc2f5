import { useEffect } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { systemClock } from '@/api';
import { realtime } from '@/realtime';
import { useMe } from '@/features/users';
import { TypingSender } from './typing-sender';
import { useTypingStore } from './typing-store';

export interface Typing {
  userIds: string[];
  notifyTyping: () => void;
  stopTyping: () => void;
}

export const typingSender = new TypingSender({
  clock: systemClock,
  // Nobody misses a hint that did not get through.
  send: (name, channelId) => void realtime.emit(name, { channelId }).catch(() => undefined),
});

export function useTyping(channelId: string): Typing {
  const meId = useMe().id;
  const userIds = useTypingStore(useShallow((state) => Object.keys(state[channelId] ?? {}).filter((userId) => userId !== meId)));
  useEffect(() => () => typingSender.stop(), [channelId]);
  return { userIds, notifyTyping: () => typingSender.notify(channelId), stopTyping: () => typingSender.stop() };
}
