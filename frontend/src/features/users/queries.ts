import type { Me, UserProfile, UserSummary } from '@hearth/contract';
import { type UseQueryResult, keepPreviousData, useQuery } from '@tanstack/react-query';
import { call, useLiveValue } from '@/api';
import { me, userKey, userSearchKey } from './cache';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;
const SEARCH_FRESH = 30_000;

/** @throws where nobody is signed in */
export function useMe(): Me {
  const held = useLiveValue(me);
  if (!held) throw new Error('Nobody is signed in');
  return held;
}

export const useUser = (userId: string): UseQueryResult<UserProfile> =>
  useQuery({ queryKey: userKey(userId), queryFn: () => call('getUser', { params: { userId } }), gcTime: KEEP });

export function useUserSearch(text: string): UseQueryResult<UserSummary[]> {
  const query = text.trim();
  return useQuery({
    queryKey: userSearchKey(query),
    queryFn: async () => (await call('searchUsers', { query: { query } })).users,
    enabled: query !== '',
    staleTime: SEARCH_FRESH,
    gcTime: SEARCH_FRESH,
    placeholderData: keepPreviousData,
  });
}
