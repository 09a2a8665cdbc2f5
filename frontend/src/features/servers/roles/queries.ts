import type { AuditAction, AuditLogEntry, Explanation, Member, OverwritesPreview, RoleWithCount, UserSummary } from '@hearth/contract';
import { type InfiniteData, type UseQueryResult, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import type { MemberPage, MemberPages } from '../cache';
import { type PagedList, pagedList } from '../paged-list';
import { auditLogKey, explanationKey, roleMembersKey, rolesKey } from './cache';
import type { OverwriteInput } from './mutations';

export interface AuditLogFilter {
  actorId?: string | undefined;
  action?: AuditAction | undefined;
  targetId?: string | undefined;
}

interface AuditLogPage {
  entries: AuditLogEntry[];
  nextCursor: string | null;
}

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;

const nextCursor = (page: { nextCursor: string | null }) => page.nextCursor;
const allMembers = (data: MemberPages): Member[] => data.pages.flatMap(({ members }) => members);
const allEntries = (data: InfiniteData<AuditLogPage>): AuditLogEntry[] => data.pages.flatMap(({ entries }) => entries);

/** With how many members have each; the roles alone are in `useServer`. */
export const useRoles = (serverId: string): UseQueryResult<RoleWithCount[]> =>
  useQuery({
    queryKey: rolesKey(serverId),
    queryFn: async () => (await call('listRoles', { params: { serverId } })).roles,
    gcTime: KEEP,
  });

export function useRoleMembers(serverId: string, roleId: string): PagedList<Member> {
  const query = useInfiniteQuery({
    queryKey: roleMembersKey(serverId, roleId),
    queryFn: ({ pageParam }): Promise<MemberPage> =>
      call('listRoleMembers', { params: { serverId, roleId }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    select: allMembers,
    gcTime: KEEP,
  });
  return pagedList(query);
}

/** Nothing tells of new entries, so they are loaded anew whenever they are shown. */
export function useAuditLog(serverId: string, filter: AuditLogFilter): PagedList<AuditLogEntry> {
  const query = useInfiniteQuery({
    queryKey: [...auditLogKey(serverId), filter],
    queryFn: ({ pageParam }): Promise<AuditLogPage> =>
      call('listAuditLog', { params: { serverId }, query: { ...filter, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    select: allEntries,
    staleTime: 0,
    gcTime: KEEP,
  });
  return pagedList(query);
}

/** Who the audit log tells of, by the beginning of a name; the first ones of all where it is empty. */
export const useAuditLogActors = (serverId: string, name: string): UseQueryResult<UserSummary[]> =>
  useQuery({
    queryKey: [...auditLogKey(serverId), 'actors', name],
    queryFn: async () => (await call('listAuditLogActors', { params: { serverId }, query: { query: name || undefined } })).actors,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: KEEP,
  });

/** Why a member may or may not do each thing: in one channel, or in the server where `channelId` is left out. */
export const usePermissionExplanation = (serverId: string, userId: string, channelId?: string): UseQueryResult<Explanation> =>
  useQuery({
    queryKey: [...explanationKey(serverId), userId, channelId ?? null],
    queryFn: () =>
      channelId === undefined
        ? call('explainServerPermissions', { params: { serverId, userId } })
        : call('explainChannelPermissions', { params: { channelId, userId } }),
    staleTime: 0,
    gcTime: KEEP,
  });

/** Who would gain or lose what; null overwrites ask nothing. While the next answer is on its way the last one stands. */
export const useOverwritesPreview = (channelId: string, overwrites: OverwriteInput[] | null): UseQueryResult<OverwritesPreview> =>
  useQuery({
    queryKey: ['overwrites-preview', channelId, overwrites],
    queryFn: () => call('previewOverwrites', { params: { channelId }, body: { overwrites: overwrites ?? [] } }),
    enabled: overwrites !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
