import { useQueries } from '@tanstack/react-query';
import { call } from '@/api';
import { userKey } from '../cache';

/** The names of a few people, in their order; who is not known yet is left out. */
export function useNames(userIds: readonly string[]): string[] {
  return useQueries({
    queries: userIds.map((userId) => ({
      queryKey: userKey(userId),
      queryFn: () => call('getUser', { params: { userId } }),
    })),
    combine: (results) => results.flatMap(({ data }) => data?.displayName ?? []),
  });
}
