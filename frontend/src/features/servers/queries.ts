import type { Invite, InvitePreview, Member } from '@hearth/contract';
import { type InfiniteData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call, useLiveValue } from '@/api';
import { useChannel } from '@/features/channels';
import { type HeldServer, type MemberPage, type MemberPages, invitesKey, membersKey, servers } from './cache';
import { type PagedList, pagedList } from './paged-list';

interface InvitePage {
  invites: Invite[];
  nextCursor: string | null;
}

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;
const PAGE = '100';

const nextCursor = (page: { nextCursor: string | null }) => page.nextCursor;

const allMembers = (data: MemberPages): Member[] => data.pages.flatMap(({ members }) => members);
const allInvites = (data: InfiniteData<InvitePage>): Invite[] => data.pages.flatMap(({ invites }) => invites);

export const useServers = (): readonly HeldServer[] => useLiveValue(servers);

export const useServer = (serverId: string): HeldServer | undefined =>
  useLiveValue(servers, (held) => held.find(({ id }) => id === serverId));

export function useServerOfChannel(channelId: string): HeldServer | undefined {
  return useServer(useChannel(channelId)?.serverId ?? '');
}

export function useMembers(serverId: string): PagedList<Member> {
  const query = useInfiniteQuery({
    queryKey: membersKey(serverId),
    queryFn: ({ pageParam }): Promise<MemberPage> =>
      call('listMembers', { params: { serverId }, query: { cursor: pageParam, limit: PAGE } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    select: allMembers,
    gcTime: KEEP,
  });
  return pagedList(query);
}

/** Nothing tells of invites that others make, so they are loaded anew whenever they are shown. */
export function useInvites(serverId: string): PagedList<Invite> {
  const query = useInfiniteQuery({
    queryKey: invitesKey(serverId),
    queryFn: ({ pageParam }): Promise<InvitePage> => call('listInvites', { params: { serverId }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    select: allInvites,
    staleTime: 0,
    gcTime: KEEP,
  });
  return pagedList(query);
}

/** Whoever holds the code may look, signed in or not; an empty code is not asked about. */
export const useInvitePreview = (code: string): UseQueryResult<InvitePreview> =>
  useQuery({
    queryKey: ['invite-preview', code],
    queryFn: () => call('getInvite', { params: { code } }),
    enabled: code !== '',
    staleTime: 0,
    gcTime: KEEP,
  });
