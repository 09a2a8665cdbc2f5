import type { EventHandlers } from '@/realtime';
import { applyBegun, applyDeletion, applyEdit, applyNewMessage, applyState, applyUser, conversations, drop } from './cache';
import { holdReady, loadConversation } from './client';

export const conversationsEvents = {
  ready: (payload) => holdReady(payload.conversations),
  'message:new': ({ direct, channelId, message }) => {
    if (!direct) return;
    if (channelId in conversations.get()) conversations.update((held) => applyNewMessage(held, message, Date.now()));
    else void loadConversation(channelId);
  },
  // What came, or became of the last message, may have been lost, whether its conversation is open or not.
  'channel:versions': ({ channels }) => {
    for (const { channelId, version } of channels) {
      const held = conversations.get()[channelId];
      if (held && version > held.version) void loadConversation(channelId);
    }
  },
  'message:update': ({ message }) => conversations.update((held) => applyEdit(held, message)),
  'message:delete': ({ channelId, message }) => {
    const isLast = conversations.get()[channelId]?.lastMessage?.id === message.id;
    conversations.update((held) => applyDeletion(held, message));
    if (isLast) void loadConversation(channelId);
  },
  // Which message is the last one that is not hidden is not known.
  'message:mark': ({ channelId, messageId, seq, hidden }) => {
    const last = conversations.get()[channelId]?.lastMessage;
    if (last && (hidden ? last.id === messageId : seq > last.seq)) void loadConversation(channelId);
  },
  // Whoever comes into a group is not told what was said last.
  'channel:create': ({ id, serverId, lastSeq }) => {
    if (serverId !== null) return;
    conversations.update((held) => applyBegun(held, id));
    if (lastSeq > 0) void loadConversation(id);
  },
  'channel:delete': ({ channelId }) => conversations.update((held) => drop(held, channelId)),
  'conversation:update': (state) => {
    if (state.channelId in conversations.get()) conversations.update((held) => applyState(held, state));
    else void loadConversation(state.channelId);
  },
  'user:update': (user) => conversations.update((held) => applyUser(held, user)),
} satisfies Partial<EventHandlers>;
