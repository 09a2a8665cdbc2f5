import type { Member } from '@hearth/contract';
import { useQueries } from '@tanstack/react-query';
import { call } from '@/api';

const KEEP = 10 * 60_000;

/** A few members by their ids; one who is gone, or not known yet, is left out. */
export const useMembersById = (serverId: string, userIds: readonly string[]): ReadonlyMap<string, Member> =>
  useQueries({
    queries: userIds.map((userId) => ({
      queryKey: ['member', serverId, userId],
      queryFn: () => call('getMember', { params: { serverId, userId } }),
      staleTime: KEEP,
      gcTime: KEEP,
    })),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.user.id, data] as const] : []))),
  });
