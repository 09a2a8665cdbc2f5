import type { EventHandlers } from '@/realtime';
import { holdReceipts } from '@/features/messages';
import { applyBegun, applyEdit, applyNewMessage, applyReady, applyState, applyUser, conversations, drop } from './cache';
import { loadConversation } from './client';

export const conversationsEvents = {
  ready: (payload) => {
    conversations.set(applyReady(payload.conversations));
    for (const { channel, receipts } of payload.conversations) if (receipts) holdReceipts(channel.id, receipts);
  },
  'message:new': ({ direct, channelId, message }) => {
    if (!direct) return;
    if (channelId in conversations.get()) conversations.update((held) => applyNewMessage(held, message, Date.now()));
    else void loadConversation(channelId);
  },
  // What is newest in a list may have been lost, whether its conversation is open or not.
  'channel:versions': ({ channels }) => {
    for (const { channelId, lastSeq } of channels) {
      const held = conversations.get()[channelId];
      if (held && lastSeq > (held.lastMessage?.seq ?? 0)) void loadConversation(channelId);
    }
  },
  'message:update': ({ message }) => conversations.update((held) => applyEdit(held, message)),
  // What is newest now is not known.
  'message:delete': ({ message }) => {
    if (conversations.get()[message.channelId]?.lastMessage?.id === message.id) void loadConversation(message.channelId);
  },
  'channel:create': ({ id, serverId }) => {
    if (serverId === null) conversations.update((held) => applyBegun(held, id));
  },
  'channel:delete': ({ channelId }) => conversations.update((held) => drop(held, channelId)),
  'conversation:update': (state) => {
    if (state.channelId in conversations.get()) conversations.update((held) => applyState(held, state));
    else void loadConversation(state.channelId);
  },
  'user:update': (user) => conversations.update((held) => applyUser(held, user)),
} satisfies Partial<EventHandlers>;
