import {
  dayIn,
  foldForSearch,
  isEmptySearch,
  parseSearch,
  searchRanges,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
  type SearchSort,
} from '@hearth/contract';
import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call } from '@/api';
import { findChannel } from '@/features/channels';
import { useConnection } from '@/features/connection';
import { searchHeld } from '@/features/offline';
import { pagedList, type PagedList } from '@/features/servers';
import { me } from '@/features/users';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { useOnline } from '@/lib/use-online';
import { heldMatcher } from './held-match';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 5 * 60_000;

export interface SearchPlace {
  serverId?: string;
  channelId?: string;
}

export interface Found extends PagedList<SearchHit> {
  query: SearchQuery;
  error: Error | null;
  /** Whole words were found too seldom. */
  byParts: boolean;
  /** Only what this device holds was looked at. */
  isHeldOnly: boolean;
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const parsed = (text: string): SearchQuery => parseSearch(text, dayIn(zone(), Date.now()));

/** Messages that match, page by page; nothing is asked while the text says nothing. */
export function useFoundMessages(text: string, place: SearchPlace, sort: SearchSort, heldChannels: readonly string[] | undefined): Found {
  const reachesServer = useReachesServer();
  const query = useMemo(() => parsed(text), [text]);
  const pages = useInfiniteQuery({
    queryKey: ['search', text, place, sort, reachesServer],
    queryFn: ({ pageParam }): Promise<SearchPage> =>
      reachesServer
        ? call('searchMessages', { query: { q: text, ...place, sort, cursor: pageParam, zone: zone() } })
        : heldPage(query, heldChannels),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled: !isEmptySearch(query) && query.faults.length === 0,
    networkMode: 'always',
    // Nothing tells of what is written meanwhile.
    staleTime: 0,
    gcTime: KEEP,
    select: ({ pages: all }) => ({ hits: all.flatMap(({ hits }) => hits), byParts: all[0]?.mode === 'parts' }),
  });
  const list = pagedList({ ...pages, data: pages.data?.hits } as Parameters<typeof pagedList<SearchHit>>[0]);
  return { ...list, query, error: pages.error, byParts: pages.data?.byParts ?? false, isHeldOnly: !reachesServer };
}

/** A break that ends by itself this soon changes nothing of what is shown; in milliseconds. */
const BREAK = 1_500;

/** Not where the browser has no network, nor while the server does not answer. */
function useReachesServer(): boolean {
  const isOnline = useOnline();
  const isAway = useDelayedFlag(useConnection().state !== 'connected', BREAK);
  return isOnline && !isAway;
}

/** Without network: in what this device holds. */
async function heldPage(query: SearchQuery, channelIds: readonly string[] | undefined): Promise<SearchPage> {
  const channelName = (channelId: string) => findChannel(channelId)?.name;
  const matches = heldMatcher(query, { id: me.get()?.id ?? '', zone: zone(), channelName });
  const messages = await searchHeld({ matches, ...(channelIds && { channelIds }) });
  const hits = messages.map((message) => ({
    ...{ message, serverId: findChannel(message.channelId)?.serverId ?? null, before: null, after: null },
    highlights: searchRanges(message.content, query.terms, 'parts'),
  }));
  return { hits, nextCursor: null, mode: 'parts' };
}

/** People, channels and servers by a part of their names, among those that the device may not hold. */
export const useFoundPlaces = (text: string): UseQueryResult<Awaited<ReturnType<typeof findPlaces>>> =>
  useQuery({
    queryKey: ['found-places', foldForSearch(text)],
    queryFn: () => findPlaces(text),
    enabled: text !== '',
    staleTime: 30_000,
    gcTime: KEEP,
    placeholderData: text === '' ? undefined : keepPreviousData,
  });

const findPlaces = (text: string) => call('searchEverything', { query: { q: text } });
