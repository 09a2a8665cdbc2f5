import type { ServerPayload } from '@hearth/contract';
import type { EventHandlers } from '@/realtime';
import { me } from '@/features/users';
import {
  channelsOf,
  dropChannel,
  dropChannels,
  holdChannel,
  noteActivity,
  noteCounters,
  readStates,
  removeOverwrites,
  replaceChannels,
  CONVERSATIONS,
  renameRecipient,
} from './cache';
import { readMarker, updateReadState } from './client';
import { joinServerChannels } from './join';
import { afterOwnMessage, mergeReadState } from './read-state';

function noteMessage({ channelId, version, message }: ServerPayload<'message:update'>): void {
  noteCounters(channelId, { version, lastSeq: message.seq });
}

export const channelsEvents = {
  ready: (payload) => {
    replaceChannels([...payload.servers.flatMap(({ channels }) => channels), ...payload.conversations.map(({ channel }) => channel)]);
    readStates.set(Object.fromEntries(payload.readStates.map((state) => [state.channelId, state])));
    readMarker.resume();
  },
  'message:new': (change) => {
    noteMessage(change);
    noteActivity(change.channelId, change.message.createdAt);
    if (change.message.author.id !== me.get()?.id) return;
    updateReadState(change.channelId, (state) => afterOwnMessage(state, change.message.seq));
  },
  'message:update': noteMessage,
  'message:delete': noteMessage,
  'message:bulk-delete': ({ channelId, seqs, version }) => noteCounters(channelId, { version, lastSeq: Math.max(...seqs) }),
  'channel:versions': ({ channels }) => {
    for (const { channelId, ...counters } of channels) noteCounters(channelId, counters);
  },
  'channel:read': (state) => updateReadState(state.channelId, (held) => mergeReadState(held, state)),
  'channel:create': holdChannel,
  'channel:update': holdChannel,
  'channel:delete': ({ channelId }) => dropChannel(channelId),
  'role:delete': ({ serverId, roleId }) => channelsOf(serverId).update((channels) => removeOverwrites(channels, roleId)),
  'user:update': (user) => channelsOf(CONVERSATIONS).update((channels) => renameRecipient(channels, user)),
  'server:create': ({ id, channels }) => joinServerChannels(id, channels),
  'server:delete': ({ serverId }) => dropChannels(serverId),
} satisfies Partial<EventHandlers>;
