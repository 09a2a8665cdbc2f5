import type { Ban, Incident, IncidentEvidence, Join, Member, Origin, Report, ReportStatus, Screening, UserSummary } from '@hearth/contract';
import { type InfiniteData, type UseQueryResult, keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { type PagedList, pagedList } from '@/features/servers';
import { bansKey, formerKey, incidentsKey, joinsKey, memberSearchKey, originsKey, reportsKey, screeningKey } from './cache';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;
/** Nothing tells of what other moderators do, so it is loaded anew whenever it is shown. */
const FRESH = { staleTime: 0, gcTime: KEEP } as const;

/** How many a search finds at most. */
export const FOUND_AT_MOST = 100;

/** Of how many members at once it is asked how they came. */
const ORIGINS = 100;

type Page<K extends string, T> = Record<K, T[]> & { nextCursor: string | null };

const itemsOf =
  <K extends string, T>(name: K) =>
  (data: InfiniteData<Page<K, T>>): T[] =>
    data.pages.flatMap((page) => page[name]);

function usePages<K extends string, T>(
  queryKey: readonly string[],
  name: K,
  load: (cursor: string | undefined) => Promise<Page<K, T>>,
): PagedList<T> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: Page<K, T>) => nextCursor,
    select: itemsOf<K, T>(name),
    ...FRESH,
  });
  return pagedList(query);
}

export const useBans = (serverId: string, name = ''): PagedList<Ban> =>
  usePages(bansKey(serverId, name), 'bans', (cursor) =>
    call('listBans', { params: { serverId }, query: { cursor, query: name === '' ? undefined : name } }),
  );

export const useJoins = (serverId: string, inviterId?: string): PagedList<Join> =>
  usePages(joinsKey(serverId, inviterId), 'joins', (cursor) => call('listJoins', { params: { serverId }, query: { cursor, inviterId } }));

const inPages = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / ORIGINS) }, (_, page) => ids.slice(page * ORIGINS, (page + 1) * ORIGINS));

/** By whose invite members came, by their ids, as far as it is known. @param enabled whether the user may know */
export const useOrigins = (serverId: string, userIds: readonly string[], enabled: boolean): ReadonlyMap<string, Origin> =>
  useQueries({
    queries: inPages(userIds).map((ids) => ({
      queryKey: originsKey(serverId, ids),
      queryFn: async () => (await call('listOrigins', { params: { serverId }, query: { userIds: ids.join(',') } })).origins,
      placeholderData: keepPreviousData<Origin[]>,
      enabled,
      ...FRESH,
    })),
    combine: byUser,
  });

const byUser = (results: UseQueryResult<Origin[]>[]): ReadonlyMap<string, Origin> =>
  new Map(results.flatMap(({ data = [] }) => data.map((origin) => [origin.userId, origin] as const)));

export const useReports = (serverId: string, status: ReportStatus): PagedList<Report> =>
  usePages(reportsKey(serverId, 'list', status), 'reports', (cursor) =>
    call('listReports', { params: { serverId }, query: { cursor, status } }),
  );

export const useIncidents = (serverId: string): PagedList<Incident> =>
  usePages(incidentsKey(serverId, 'list'), 'incidents', (cursor) => call('listIncidents', { params: { serverId }, query: { cursor } }));

export const useIncident = (serverId: string, incidentId: string): UseQueryResult<Incident> =>
  useQuery({
    queryKey: incidentsKey(serverId, 'one', incidentId),
    queryFn: () => call('getIncident', { params: { serverId, incidentId } }),
    ...FRESH,
  });

export const useIncidentEvidence = (serverId: string, incidentId: string): PagedList<IncidentEvidence> =>
  usePages(incidentsKey(serverId, 'evidence', incidentId), 'evidence', (cursor) =>
    call('listIncidentEvidence', { params: { serverId, incidentId }, query: { cursor } }),
  );

export const useScreening = (serverId: string): UseQueryResult<Screening> =>
  useQuery({ queryKey: screeningKey(serverId), queryFn: () => call('getScreening', { params: { serverId } }), ...FRESH });

/** @param roleId of those who have this role alone */
export const useMemberSearch = (serverId: string, name: string, roleId?: string): UseQueryResult<Member[]> =>
  useQuery({
    queryKey: memberSearchKey(serverId, name, roleId ?? ''),
    queryFn: async () =>
      (await call('listMembers', { params: { serverId }, query: { query: name, roleId, limit: String(FOUND_AT_MOST) } })).members,
    enabled: name.trim() !== '',
    placeholderData: keepPreviousData,
    ...FRESH,
  });

/** Those who were in a server and are gone, by the beginning of a name; nobody without one. */
export const useFormerMembers = (serverId: string, name: string): UseQueryResult<UserSummary[]> =>
  useQuery({
    queryKey: formerKey(serverId, name),
    queryFn: async () => (await call('listFormerMembers', { params: { serverId }, query: { query: name } })).users,
    enabled: name !== '',
    placeholderData: keepPreviousData,
    ...FRESH,
  });
