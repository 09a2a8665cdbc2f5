import type { Channel, ReadState, UserSummary } from '@hearth/contract';
import { type LiveValue, liveValue } from '@/api';
import { withUser } from '@/features/users';
import { without } from '@/lib/without';

/** Ascending by place; `id` decides between equals, as it does on the server. */
const byPlace = (a: Channel, b: Channel): number => a.position - b.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);

export interface Counters {
  lastSeq: number;
  version: number;
}

export type ReadStates = Readonly<Record<string, ReadState>>;
/** In which list a channel is held. */
export type ChannelHomes = Readonly<Record<string, string>>;

/** The list of DMs and groups. */
export const CONVERSATIONS = 'conversations';
/** The list of the threads of a server that are held: those that the user is in, and what was looked at beside them. */
export const threadsIn = (serverId: string): string => `threads ${serverId}`;

const homeOf = ({ serverId, type }: Channel): string => {
  if (serverId === null) return CONVERSATIONS;
  return type === 'THREAD' ? threadsIn(serverId) : serverId;
};

export const sortChannels = (channels: readonly Channel[]): Channel[] => [...channels].sort(byPlace);

/** Counters only grow: an event that was made earlier may come later. */
export function upsertChannel(channels: readonly Channel[], channel: Channel): readonly Channel[] {
  const held = channels.find(({ id }) => id === channel.id);
  const merged = held ? { ...channel, ...greater(held, channel), lastMessageAt: later(held, channel) } : channel;
  return sortChannels([...channels.filter(({ id }) => id !== channel.id), merged]);
}

/** A category leaves its channels behind. */
export const removeChannel = (channels: readonly Channel[], channelId: string): readonly Channel[] =>
  channels
    .filter(({ id }) => id !== channelId)
    .map((channel) => (channel.parentId === channelId ? { ...channel, parentId: null } : channel));

/** Overwrites go with their role. */
export const removeOverwrites = (channels: readonly Channel[], roleId: string): readonly Channel[] =>
  channels.map((channel) =>
    channel.overwrites.some(({ targetId }) => targetId === roleId)
      ? { ...channel, overwrites: channel.overwrites.filter(({ targetId }) => targetId !== roleId) }
      : channel,
  );

export function raiseCounters(channels: readonly Channel[], channelId: string, counters: Counters): readonly Channel[] {
  const held = channels.find(({ id }) => id === channelId);
  if (!held || (held.lastSeq >= counters.lastSeq && held.version >= counters.version)) return channels;
  return channels.map((channel) => (channel === held ? { ...held, ...greater(held, counters) } : channel));
}

export function renameRecipient(channels: readonly Channel[], user: UserSummary): readonly Channel[] {
  if (!channels.some(({ recipients }) => recipients?.some(({ id }) => id === user.id))) return channels;
  return channels.map((channel) =>
    channel.recipients
      ? { ...channel, recipients: channel.recipients.map((held) => (held.id === user.id ? withUser(held, user) : held)) }
      : channel,
  );
}

function raiseActivity(channels: readonly Channel[], channelId: string, at: string): readonly Channel[] {
  const held = channels.find(({ id }) => id === channelId);
  if (!held || (held.lastMessageAt ?? '') >= at) return channels;
  return channels.map((channel) => (channel === held ? { ...held, lastMessageAt: at } : channel));
}

const greater = (a: Counters, b: Counters): Counters => ({
  lastSeq: Math.max(a.lastSeq, b.lastSeq),
  version: Math.max(a.version, b.version),
});

const later = (a: Channel, b: Channel): string | null => ((a.lastMessageAt ?? '') > (b.lastMessageAt ?? '') ? a : b).lastMessageAt;

const noReadStates: ReadStates = {};
const noHomes: ChannelHomes = {};
const noChannels: readonly Channel[] = [];

export const readStates = liveValue<ReadStates>(noReadStates, 'read-states');
export const channelHomes = liveValue<ChannelHomes>(noHomes, 'channel-homes');
/** By id, the active threads that the user is in. */
export const joinedThreads = liveValue<Readonly<Record<string, true>>>({}, 'joined-threads');
/** @param home a server's id, `threadsIn` it, or CONVERSATIONS */
export const channelsOf = (home: string): LiveValue<readonly Channel[]> => liveValue(noChannels, 'channels', home);

const goneListeners = new Set<(channelIds: readonly string[]) => void>();

/**
 * What belongs to channels of servers goes with them, in whatever way they went: deleted, hidden, with their server, or unheard during a
 * break. A conversation that is not held may only stand further down in its list.
 */
export const onChannelsGone = (listener: (channelIds: readonly string[]) => void): void => void goneListeners.add(listener);

function changeHomes(change: (homes: ChannelHomes) => ChannelHomes): void {
  const before = channelHomes.get();
  channelHomes.update(change);
  const after = channelHomes.get();
  const gone = Object.keys(before).filter((id) => before[id] !== CONVERSATIONS && !(id in after));
  if (gone.length > 0) for (const tell of goneListeners) tell(gone);
}

export function findChannel(channelId: string): Channel | undefined {
  const home = channelHomes.get()[channelId];
  return home === undefined
    ? undefined
    : channelsOf(home)
        .get()
        .find(({ id }) => id === channelId);
}

/** The channels of one server, as they come with it. */
export function holdChannels(serverId: string, channels: readonly Channel[]): void {
  channelsOf(serverId).set(sortChannels(channels));
  channelHomes.update((before) => ({ ...before, ...Object.fromEntries(channels.map(({ id }) => [id, serverId])) }));
}

/** All channels, as `ready` brings them: what is not among them is gone. */
export function replaceChannels(channels: readonly Channel[]): void {
  const byHome = Map.groupBy(channels, homeOf);
  for (const home of new Set(Object.values(channelHomes.get()))) if (!byHome.has(home)) channelsOf(home).set(noChannels);
  for (const [home, list] of byHome) channelsOf(home).set(sortChannels(list));
  changeHomes(() => Object.fromEntries(channels.map((channel) => [channel.id, homeOf(channel)])));
}

/** What is held of threads beside those that `ready` brings, in channels that are still there. */
export function otherThreads(channels: readonly Channel[], serverIds: readonly string[]): Channel[] {
  const known = new Set(channels.map(({ id }) => id));
  const threads = serverIds.flatMap((serverId) => channelsOf(threadsIn(serverId)).get());
  return threads.filter(({ id, parentId }) => !known.has(id) && parentId !== null && known.has(parentId));
}

/** DMs and groups that are held beside those that `ready` brings. */
export function otherConversations(channels: readonly Channel[]): Channel[] {
  const known = new Set(channels.map(({ id }) => id));
  return channelsOf(CONVERSATIONS)
    .get()
    .filter(({ id }) => !known.has(id));
}

/** The user is in a thread, or not any more: then it counts as little as one that they never were in. */
export function setJoined(channelId: string, isIn: boolean): void {
  if (isIn) joinedThreads.update((joined) => (channelId in joined ? joined : { ...joined, [channelId]: true }));
  else if (channelId in joinedThreads.get()) {
    joinedThreads.update((joined) => without(joined, channelId));
    readStates.update((states) => without(states, channelId));
  }
}

export function holdChannel(channel: Channel): void {
  // The server tells who is in it when it comes out of the archive.
  if (channel.thread?.archivedAt) setJoined(channel.id, false);
  const home = homeOf(channel);
  channelsOf(home).update((channels) => upsertChannel(channels, channel));
  channelHomes.update((before) => (before[channel.id] === home ? before : { ...before, [channel.id]: home }));
}

/** Threads of one server, as a list of them brings them. */
export function holdThreads(serverId: string, threads: readonly Channel[]): void {
  if (threads.length === 0) return;
  for (const { id, thread } of threads) if (thread?.archivedAt) setJoined(id, false);
  const home = threadsIn(serverId);
  channelsOf(home).update((held) => threads.reduce(upsertChannel, held));
  channelHomes.update((homes) => ({ ...homes, ...Object.fromEntries(threads.map(({ id }) => [id, home])) }));
}

/** The threads of a channel go with it. */
export function dropChannel(channelId: string): void {
  const channel = findChannel(channelId);
  if (!channel) return;
  const threads = channel.serverId === null ? [] : channelsOf(threadsIn(channel.serverId)).get();
  const gone = [channelId, ...threads.filter(({ parentId }) => parentId === channelId).map(({ id }) => id)];
  channelsOf(homeOf(channel)).update((channels) => removeChannel(channels, channelId));
  if (gone.length > 1 && channel.serverId !== null) {
    channelsOf(threadsIn(channel.serverId)).update((held) => held.filter(({ parentId }) => parentId !== channelId));
  }
  readStates.update((states) => gone.reduce((left, id) => without(left, id), states));
  joinedThreads.update((joined) => gone.reduce((left, id) => without(left, id), joined));
  changeHomes((homes) => gone.reduce((left, id) => without(left, id), homes));
}

export function dropChannels(serverId: string): void {
  const homes = [serverId, threadsIn(serverId)];
  const gone = new Set(homes.flatMap((home) => channelsOf(home).get()).map(({ id }) => id));
  const others = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([id]) => !gone.has(id)));
  for (const home of homes) channelsOf(home).set(noChannels);
  readStates.update(others);
  joinedThreads.update(others);
  changeHomes(others);
}

export function noteCounters(channelId: string, counters: Counters): void {
  const home = channelHomes.get()[channelId];
  if (home !== undefined) channelsOf(home).update((channels) => raiseCounters(channels, channelId, counters));
}

/** Somebody wrote. @param at ISO 8601 */
export function noteActivity(channelId: string, at: string): void {
  const home = channelHomes.get()[channelId];
  if (home !== undefined) channelsOf(home).update((channels) => raiseActivity(channels, channelId, at));
}
