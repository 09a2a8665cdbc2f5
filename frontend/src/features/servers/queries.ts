import type { Invite, InvitePreview, Member, UserSummary } from '@hearth/contract';
import { type InfiniteData, type UseQueryResult, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { call, useLiveValue } from '@/api';
import { useChannel } from '@/features/channels';
import { type HeldServer, type MemberPage, type MemberPages, invitesKey, membersKey, servers } from './cache';
import { faceKey, faceLoader } from './faces';
import { nameColor } from './name-color';
import { type PagedList, pagedList } from './paged-list';
import { nameOf } from '@/i18n';

/** What somebody is called where they are met. */
export interface ShownName {
  name: string;
  /** That of their roles; null without one. */
  color: number | null;
}

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

/** Nickname and roles come a moment after the person; until then, and outside of servers, they go by their own name. */
export function useShownName(serverId: string | null, user: UserSummary): ShownName {
  const server = useServer(serverId ?? '');
  const own = server?.me.user.id === user.id ? server.me : null;
  const { data } = useQuery({
    queryKey: faceKey(serverId ?? '', user.id),
    queryFn: () => faceLoader.get(serverId ?? '', user.id),
    enabled: server !== undefined && own === null,
    gcTime: KEEP,
  });
  const face = own ?? data;
  return { name: face?.nickname ?? nameOf(user), color: server && face ? nameColor(server.roles, face.roleIds) : null };
}

/** What a few people are called in a server, in their order. Loaded as for `useShownName`. */
export function useShownNames(serverId: string | null, users: readonly UserSummary[]): string[] {
  const faces = useQueries({
    queries: users.map((user) => ({
      queryKey: faceKey(serverId ?? '', user.id),
      queryFn: () => faceLoader.get(serverId ?? '', user.id),
      enabled: serverId !== null,
      gcTime: KEEP,
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  return users.map((user, index) => faces[index]?.nickname ?? nameOf(user));
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

/** Nothing tells of invites that others make, so they are loaded anew whenever they are shown. @param inviterId of this one alone */
export function useInvites(serverId: string, inviterId?: string): PagedList<Invite> {
  const query = useInfiniteQuery({
    queryKey: [...invitesKey(serverId), inviterId ?? ''],
    queryFn: ({ pageParam }): Promise<InvitePage> => call('listInvites', { params: { serverId }, query: { cursor: pageParam, inviterId } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    select: allInvites,
    staleTime: 0,
    gcTime: KEEP,
  });
  return pagedList(query);
}

/**
 * Whoever holds the code may look, signed in or not; but who is banned, and is known, may not.
 *
 * @param reader the id of whoever looks, empty for somebody who is not signed in; null while that is not known: nothing is asked
 */
export const useInvitePreview = (code: string, reader: string | null): UseQueryResult<InvitePreview> =>
  useQuery({
    queryKey: ['invite-preview', code, reader],
    queryFn: () => call('getInvite', { params: { code } }),
    enabled: reader !== null,
    // Whoever logs in here goes on seeing where it leads.
    placeholderData: (before, query) => (query?.queryKey[1] === code ? before : undefined),
    staleTime: 0,
    gcTime: KEEP,
  });
