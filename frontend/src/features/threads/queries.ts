import type { Channel, Message, ThreadMember } from '@hearth/contract';
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '@/api';
import { useChannel, useThreads } from '@/features/channels';
import { pagedList, type PagedList } from '@/features/servers';
import { hasInName, inOrder, isArchived, rangesOf, threadsOf, type Sort } from './cache';
import { loadBetween, loadPage, loadThread, type ThreadPage } from './client';

/** All that is loaded of threads beside what stands in the list of channels. */
export const threadsKey = ['threads'] as const;

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;
/** So many people are asked for at once. */
const PAGE = '50';

export interface ThreadFilter {
  archived: boolean;
  sort: Sort;
  tagId?: string | undefined;
  query?: string | undefined;
}

/** The threads of messages that are on screen, by id: the one that begins at a message has its id. */
export function useThreadsOfMessages(channel: Channel | undefined, held: HeldMessages | undefined): ReadonlyMap<string, Channel> {
  const channelId = channel?.id ?? '';
  const hasThreads = channel?.type === 'TEXT' || channel?.type === 'ANNOUNCEMENT';
  useQueries({
    queries: (hasThreads && held ? rangesOf(held.messages, held) : []).map((range) => ({
      queryKey: [...threadsKey, channelId, 'between', range.from, range.to],
      queryFn: () => loadBetween(channelId, range).then(() => null),
      gcTime: KEEP,
    })),
  });
  const threads = useThreads(channel?.serverId ?? '');
  return useMemo(() => new Map(threadsOf(threads, channelId).map((thread) => [thread.id, thread])), [threads, channelId]);
}

export interface HeldMessages {
  messages: readonly Message[];
  hasOlder: boolean;
  atNewest: boolean;
}

/** Threads of a channel, or posts of a forum, as far as they are loaded, in their order. */
export function useThreadList(channel: Channel, filter: ThreadFilter): PagedList<Channel> {
  const { archived, sort, tagId, query: words = '' } = filter;
  const query = useInfiniteQuery({
    queryKey: [...threadsKey, channel.id, 'list', { archived, sort, tagId, query: words }],
    queryFn: ({ pageParam }) =>
      loadPage(
        channel.id,
        { archived: archived ? 'true' : 'false', sort, ...(tagId && { tagId }), ...(words && { query: words }) },
        pageParam,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: ThreadPage) => nextCursor,
    select: () => null,
    gcTime: KEEP,
  });
  const threads = useThreads(channel.serverId ?? '');
  const items = useMemo(() => {
    const fits = (thread: Channel) =>
      isArchived(thread) === archived && (tagId === undefined || thread.thread?.tagIds.includes(tagId)) && hasInName(thread, words);
    return inOrder(threadsOf(threads, channel.id).filter(fits), sort, archived);
  }, [threads, channel.id, archived, sort, tagId, words]);
  return {
    items,
    status: query.status === 'pending' && items.length === 0 ? 'loading' : query.status === 'error' ? 'error' : 'ready',
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

/** Who is in a thread. Nothing tells of others who come and go: loaded anew whenever it is shown. */
export function useThreadMembers(threadId: string): PagedList<ThreadMember> {
  const query = useInfiniteQuery({
    queryKey: [...threadsKey, 'members', threadId],
    queryFn: ({ pageParam }) => call('listThreadMembers', { params: { channelId: threadId }, query: { cursor: pageParam, limit: PAGE } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ members }) => members),
    staleTime: 0,
    gcTime: 0,
  });
  return pagedList(query);
}

/** A thread by its id, asked for where it is not held; null when there is none for the user. */
export function useThread(threadId: string | null): Channel | null | undefined {
  const held = useChannel(threadId ?? '');
  const { data, isError } = useQuery({
    queryKey: [...threadsKey, 'one', threadId],
    queryFn: () => loadThread(threadId ?? ''),
    enabled: threadId !== null && !held,
    gcTime: 0,
  });
  if (threadId === null || held) return held ?? null;
  return data === undefined && !isError ? undefined : null;
}
