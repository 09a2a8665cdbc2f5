import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, useLiveValue } from '@/api';
import { useConversationChannels } from '@/features/channels';
import { conversations, type HeldConversation } from './cache';
import { holdConversations } from './client';
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
    queryKey: ['conversation-pages', archived],
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

export const useConversationState = (channelId: string): HeldConversation | undefined =>
  useLiveValue(conversations, (held) => held[channelId]);
