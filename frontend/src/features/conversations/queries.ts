import type { Channel } from '@hearth/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, useLiveValue } from '@/api';
import { useChannel, useConversationChannels } from '@/features/channels';
import { conversations, type HeldConversation } from './cache';
import { findConversation, holdConversations, oneKey, pagesKey } from './client';
import { inOrder, type ListedConversation } from './order';

export interface ConversationList {
  conversations: ListedConversation[];
  hasMore: boolean;
  isLoadingMore: boolean;
  error: Error | null;
  loadMore: () => void;
}

const KEEP = 10 * 60_000;

/** The DMs and groups of the user in the order in which they are shown. Those that are not held are loaded page by page. */
export function useConversations(archived = false): ConversationList {
  const channels = useConversationChannels();
  const held = useLiveValue(conversations);
  const listed = useMemo(() => inOrder(channels, held, archived), [channels, held, archived]);
  const query = useInfiniteQuery({
    queryKey: pagesKey(archived),
    queryFn: async ({ pageParam }) => {
      const page = await call('listConversations', { query: { cursor: pageParam, archived: archived ? 'true' : 'false' } });
      holdConversations(page.conversations);
      return page.nextCursor;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (nextCursor) => nextCursor,
    gcTime: KEEP,
  });
  return {
    conversations: listed,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetching,
    error: query.error,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** A DM or group by its id, asked for where it is not held; null when there is none for the user. While this is in use it is kept. */
export function useOpenedConversation(channelId: string | null): Channel | null | undefined {
  const held = useChannel(channelId ?? '');
  const { data, isError } = useQuery({
    queryKey: oneKey(channelId),
    queryFn: () => findConversation(channelId ?? ''),
    enabled: channelId !== null && !held,
    gcTime: 0,
  });
  if (held) return held.serverId === null ? held : null;
  return channelId !== null && data === undefined && !isError ? undefined : null;
}

export const useConversationState = (channelId: string): HeldConversation | undefined =>
  useLiveValue(conversations, (held) => held[channelId]);
