import type { Profile } from '@hearth/contract';
import { useQueries } from '@tanstack/react-query';
import { call } from '@/api';
import { userKey } from '../cache';
import { nameOf } from '@/i18n';

/** A few people, in their order; who is not known yet is left out. */
export function usePeople(userIds: readonly string[]): Profile[] {
  return useQueries({
    queries: userIds.map((userId) => ({
      queryKey: userKey(userId),
      queryFn: () => call('getUser', { params: { userId } }),
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

/** The names of a few people, in their order; who is not known yet is left out. */
export const useNames = (userIds: readonly string[]): string[] => usePeople(userIds).map(nameOf);
