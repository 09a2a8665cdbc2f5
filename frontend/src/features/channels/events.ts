import type { ServerPayload } from '@hearth/contract';
import type { EventHandlers } from '@/realtime';
import { me } from '@/features/users';
import {
  channelsOf,
  dropChannel,
  dropChannels,
  holdChannel,
  joinedThreads,
  noteActivity,
  noteCounters,
  otherConversations,
  otherThreads,
  readStates,
  removeOverwrites,
  replaceChannels,
  CONVERSATIONS,
  renameRecipient,
  setJoined,
} from './cache';
import { noteOwnMessage, readMarker, updateReadState } from './client';
import { joinServerChannels } from './join';
import { mergeReadState } from './read-state';

function noteMessage({ channelId, version, message }: ServerPayload<'message:update'>): void {
  noteCounters(channelId, { version, lastSeq: message.seq });
}

export const channelsEvents = {
  ready: (payload) => {
    const channels = [
      ...payload.servers.flatMap((server) => server.channels),
      ...payload.threads,
      ...payload.conversations.map(({ channel }) => channel),
    ];
    // What else is on screen of threads and conversations is asked for again.
    const others = otherThreads(
      channels,
      payload.servers.map(({ id }) => id),
    );
    replaceChannels([...channels, ...others, ...otherConversations(channels)]);
    joinedThreads.set(Object.fromEntries(payload.threads.map(({ id }) => [id, true])));
    readStates.set(Object.fromEntries(payload.readStates.map((state) => [state.channelId, state])));
    readMarker.resume();
  },
  'message:new': (change) => {
    noteMessage(change);
    noteActivity(change.channelId, change.message.createdAt);
    if (change.message.author.id === me.get()?.id) noteOwnMessage(change.channelId, change.message.seq);
  },
  'message:update': noteMessage,
  'message:delete': noteMessage,
  'message:bulk-delete': ({ channelId, seqs, version }) => noteCounters(channelId, { version, lastSeq: Math.max(...seqs) }),
  'channel:versions': ({ channels }) => {
    for (const { channelId, ...counters } of channels) noteCounters(channelId, counters);
  },
  'channel:read': (state) => readMarker.told(state),
  'channel:create': holdChannel,
  'channel:update': holdChannel,
  'channel:delete': ({ channelId }) => dropChannel(channelId),
  'channel:join': ({ channel, readState }) => {
    holdChannel(channel);
    setJoined(channel.id, true);
    updateReadState(channel.id, (held) => mergeReadState(held, readState));
  },
  'channel:leave': ({ channelId }) => setJoined(channelId, false),
  'role:delete': ({ serverId, roleId }) => channelsOf(serverId).update((channels) => removeOverwrites(channels, roleId)),
  'user:update': (user) => channelsOf(CONVERSATIONS).update((channels) => renameRecipient(channels, user)),
  'server:create': ({ id, channels }) => joinServerChannels(id, channels),
  'server:delete': ({ serverId }) => dropChannels(serverId),
} satisfies Partial<EventHandlers>;
