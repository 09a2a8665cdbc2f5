import type { Follower } from '@hearth/contract';
import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call } from '@/api';
import { pagedList, type PagedList } from '@/features/servers';

/** Nothing tells of followers: they are loaded anew whenever they are shown. */
const FRESH = { staleTime: 0, gcTime: 0 } as const;

export const followersKey = (channelId: string) => ['followers', channelId] as const;
export const followedKey = (channelId: string) => ['followed', channelId] as const;

/** The channels that follow an announcement channel. */
export function useFollowers(channelId: string): PagedList<Follower> {
  const query = useInfiniteQuery({
    queryKey: followersKey(channelId),
    queryFn: ({ pageParam }) => call('listFollowers', { params: { channelId }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap(({ followers }) => followers),
    ...FRESH,
  });
  return pagedList(query);
}

/** The announcement channels that a channel follows. */
export const useFollowed = (channelId: string): UseQueryResult<Follower[]> =>
  useQuery({
    queryKey: followedKey(channelId),
    queryFn: async () => (await call('listFollowed', { params: { channelId } })).following,
    ...FRESH,
  });
