import type { Member } from '@hearth/contract';
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { memberKey } from '../cache';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;

const memberQuery = (serverId: string, userId: string) => ({
  queryKey: memberKey(serverId, userId),
  queryFn: () => call('getMember', { params: { serverId, userId } }),
  staleTime: 0,
  gcTime: KEEP,
});

/** One member. @param known what is known of them already, shown until the answer is there */
export const useMember = (serverId: string, userId: string, known?: Member): UseQueryResult<Member> =>
  useQuery({ ...memberQuery(serverId, userId), placeholderData: known });

/** A few members by their ids; one who is gone, or not known yet, is left out. */
export const useMembersById = (serverId: string, userIds: readonly string[]): ReadonlyMap<string, Member> =>
  useQueries({
    queries: userIds.map((userId) => memberQuery(serverId, userId)),
    combine: (results) => new Map(results.flatMap(({ data }) => (data ? [[data.user.id, data] as const] : []))),
  });
