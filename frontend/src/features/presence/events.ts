import type { EventHandlers } from '@/realtime';
import { applyReady, usePresenceStore } from './presence-store';
import { noteTyping, noteTypingStopped, resetTyping } from './typing-store';

export const presenceEvents = {
  ready: ({ presences }) => {
    usePresenceStore.setState(applyReady(presences), true);
    resetTyping();
  },
  presence: (presence) => usePresenceStore.setState({ [presence.userId]: presence }),
  typing: ({ channelId, userId, active }) => (active ? noteTyping(channelId, userId) : noteTypingStopped(channelId, userId)),
  'message:new': ({ channelId, message }) => noteTypingStopped(channelId, message.author.id),
} satisfies Partial<EventHandlers>;
