import type { Channel, ReadState } from '@hearth/contract';
import { type LiveValue, liveValue } from '@/api';
import { without } from '@/lib/without';

/** Ascending by place; `id` decides between equals, as it does on the server. */
const byPlace = (a: Channel, b: Channel): number => a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

export interface Counters {
  lastSeq: number;
  version: number;
}

export type ReadStates = Readonly<Record<string, ReadState>>;
/** Which server a channel belongs to. */
export type ChannelServers = Readonly<Record<string, string>>;

export const sortChannels = (channels: readonly Channel[]): Channel[] => [...channels].sort(byPlace);

/** Counters only grow: an event that was made earlier may come later. */
export function upsertChannel(channels: readonly Channel[], channel: Channel): readonly Channel[] {
  const held = channels.find(({ id }) => id === channel.id);
  const merged = held ? { ...channel, ...greater(held, channel) } : channel;
  return sortChannels([...channels.filter(({ id }) => id !== channel.id), merged]);
}

/** A category leaves its channels behind. */
export const removeChannel = (channels: readonly Channel[], channelId: string): readonly Channel[] =>
  channels
    .filter(({ id }) => id !== channelId)
    .map((channel) => (channel.parentId === channelId ? { ...channel, parentId: null } : channel));

export function raiseCounters(channels: readonly Channel[], channelId: string, counters: Counters): readonly Channel[] {
  const held = channels.find(({ id }) => id === channelId);
  if (!held || (held.lastSeq >= counters.lastSeq && held.version >= counters.version)) return channels;
  return channels.map((channel) => (channel === held ? { ...held, ...greater(held, counters) } : channel));
}

const greater = (a: Counters, b: Counters): Counters => ({
  lastSeq: Math.max(a.lastSeq, b.lastSeq),
  version: Math.max(a.version, b.version),
});

const noReadStates: ReadStates = {};
const noServers: ChannelServers = {};
const noChannels: readonly Channel[] = [];

export const readStates = liveValue<ReadStates>(noReadStates, 'read-states');
export const channelServers = liveValue<ChannelServers>(noServers, 'channel-servers');
export const channelsOf = (serverId: string): LiveValue<readonly Channel[]> => liveValue(noChannels, 'channels', serverId);

export function findChannel(channelId: string): Channel | undefined {
  const serverId = channelServers.get()[channelId];
  return serverId === undefined
    ? undefined
    : channelsOf(serverId)
        .get()
        .find(({ id }) => id === channelId);
}

/** The channels of one server, as they come with it. */
export function holdChannels(serverId: string, channels: readonly Channel[]): void {
  channelsOf(serverId).set(sortChannels(channels));
  channelServers.update((before) => ({ ...before, ...Object.fromEntries(channels.map(({ id }) => [id, serverId])) }));
}

/** The channels of all servers, as `ready` brings them: what is not among them is gone. */
export function replaceChannels(servers: readonly { id: string; channels: readonly Channel[] }[]): void {
  for (const serverId of new Set(Object.values(channelServers.get()))) channelsOf(serverId).set(noChannels);
  for (const { id, channels } of servers) channelsOf(id).set(sortChannels(channels));
  channelServers.set(Object.fromEntries(servers.flatMap(({ id, channels }) => channels.map((channel) => [channel.id, id] as const))));
}

export function holdChannel(channel: Channel): void {
  channelsOf(channel.serverId).update((channels) => upsertChannel(channels, channel));
  channelServers.update((before) => (before[channel.id] === channel.serverId ? before : { ...before, [channel.id]: channel.serverId }));
}

export function dropChannel(serverId: string, channelId: string): void {
  channelsOf(serverId).update((channels) => removeChannel(channels, channelId));
  channelServers.update((servers) => without(servers, channelId));
  readStates.update((states) => without(states, channelId));
}

export function dropChannels(serverId: string): void {
  const gone = new Set(
    channelsOf(serverId)
      .get()
      .map(({ id }) => id),
  );
  const others = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  channelsOf(serverId).set(noChannels);
  channelServers.update(others);
  readStates.update(others);
}

export function noteCounters(channelId: string, counters: Counters): void {
  const serverId = channelServers.get()[channelId];
  if (serverId !== undefined) channelsOf(serverId).update((channels) => raiseCounters(channels, channelId, counters));
}
