import type { Me, Profile, UserSummary } from '@hearth/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call, useLiveValue } from '@/api';
import { me, userKey } from './cache';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;

/** @throws where nobody is signed in */
export function useMe(): Me {
  const held = useLiveValue(me);
  if (!held) throw new Error('Nobody is signed in');
  return held;
}

/** People whom the user may know of, by the beginning of a name; an empty one is not asked about. */
export const useFoundPeople = (query: string): UseQueryResult<UserSummary[]> =>
  useQuery({
    queryKey: ['found-people', query],
    queryFn: async () => (await call('searchUsers', { query: { query } })).users,
    enabled: query !== '',
    staleTime: 30_000,
    placeholderData: (before) => (query === '' ? undefined : before),
  });

/** A profile, loaded anew when it is shown again: what others have in common with the user changes unheard. */
export const useUser = (userId: string): UseQueryResult<Profile> =>
  useQuery({ queryKey: userKey(userId), queryFn: () => call('getUser', { params: { userId } }), staleTime: 0, gcTime: KEEP });
