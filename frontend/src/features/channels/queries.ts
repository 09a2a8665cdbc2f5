import type { Channel, ReadState } from '@hearth/contract';
import { useCallback, useMemo } from 'react';
import { useLiveValue } from '@/api';
import { CONVERSATIONS, channelHomes, channelsOf, joinedThreads, readStates, threadsIn } from './cache';
import { isCounted, readMarker } from './client';
import { type ChannelGroup, groupChannels } from './groups';
import { emptyReadState, isUnread, unreadCount } from './read-state';

export const useChannels = (serverId: string): readonly Channel[] => useLiveValue(channelsOf(serverId));

/** DMs and groups, in no particular order. */
export const useConversationChannels = (): readonly Channel[] => useLiveValue(channelsOf(CONVERSATIONS));

export function useChannelGroups(serverId: string): ChannelGroup[] {
  const channels = useChannels(serverId);
  return useMemo(() => groupChannels(channels), [channels]);
}

export function useChannel(channelId: string): Channel | undefined {
  const home = useLiveValue(channelHomes, (homes) => homes[channelId]);
  return useLiveValue(channelsOf(home ?? ''), (channels) => channels.find(({ id }) => id === channelId));
}

export function useReadState(channelId: string): ReadState {
  const state = useLiveValue(readStates, (states) => states[channelId]);
  return state ?? emptyReadState(channelId);
}

/** Threads of a server that are held, in no particular order. */
export const useThreads = (serverId: string): readonly Channel[] => useLiveValue(channelsOf(threadsIn(serverId)));

/** By id, the active threads that the user is in. */
const useJoinedThreads = (): Readonly<Record<string, true>> => useLiveValue(joinedThreads);

/** By channel, the active threads that the user is in, the last one to be written in first. */
export function useJoinedByChannel(serverId: string): ReadonlyMap<string, Channel[]> {
  const threads = useThreads(serverId);
  const joined = useJoinedThreads();
  return useMemo(() => {
    const activeAt = ({ lastMessageAt, createdAt }: Channel) => lastMessageAt ?? createdAt;
    const own = threads.filter(({ id }) => id in joined).sort((a, b) => (activeAt(a) < activeAt(b) ? 1 : -1));
    return Map.groupBy(own, ({ parentId }) => parentId ?? '');
  }, [threads, joined]);
}

export const useIsJoined = (threadId: string): boolean => useLiveValue(joinedThreads, (joined) => threadId in joined);

/** Nothing counts as unread in a thread that the user is not in. */
export function useUnreadCount(channelId: string): number {
  const state = useReadState(channelId);
  const channel = useChannel(channelId);
  const isJoined = useIsJoined(channelId);
  return channel && (channel.type !== 'THREAD' || isJoined) ? unreadCount(channel, state) : 0;
}

/** All channels of a server, and the threads that the user is in. */
export function useCountedChannels(serverId: string): Channel[] {
  const joined = useJoinedThreads();
  return [...useChannels(serverId), ...useThreads(serverId).filter(({ id }) => id in joined)];
}

export function useServerUnread(serverId: string): boolean {
  const joined = useJoinedThreads();
  const channels = [...useChannels(serverId), ...useThreads(serverId).filter(({ id }) => id in joined)];
  return useLiveValue(readStates, (states) =>
    channels.some((channel) => isUnread(channel, states[channel.id] ?? emptyReadState(channel.id))),
  );
}

/** How many DMs and groups have something new. */
export function useUnreadConversations(): number {
  const channels = useConversationChannels();
  return useLiveValue(
    readStates,
    (states) => channels.filter((channel) => isUnread(channel, states[channel.id] ?? emptyReadState(channel.id))).length,
  );
}

export const useMarkRead = (channelId: string): ((seq: number, asked?: boolean) => void) =>
  useCallback(
    (seq, asked) => {
      if (isCounted(channelId)) readMarker.markRead(channelId, seq, asked);
    },
    [channelId],
  );

export const useMarkUnread = (channelId: string): ((seq: number) => void) =>
  useCallback((seq) => readMarker.markUnread(channelId, seq), [channelId]);
