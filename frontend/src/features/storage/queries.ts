import type { FileSort, ServerStorage, StoredFile } from '@hearth/contract';
import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { call } from '@/api';
import { pagedList, type PagedList } from '@/features/servers';

export const OWN_STORAGE = ['own-storage'] as const;
export const serverStorageKey = (serverId: string) => ['server-storage', serverId] as const;

type Page = Awaited<ReturnType<typeof loadOwn>>;
const loadOwn = (sort: FileSort, cursor: string | undefined) => call('listOwnFiles', { query: { sort, cursor } });

const PAGING = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: Page) => nextCursor ?? undefined,
  // Nothing tells of what is sent meanwhile.
  staleTime: 0,
  gcTime: 0,
};

const listOf = (query: { data: { pages: Page[] } | undefined }): PagedList<StoredFile> =>
  pagedList({ ...query, data: query.data?.pages.flatMap(({ files }) => files) } as UseInfiniteQueryResult<StoredFile[]>);

export const useOwnStorage = () => useQuery({ queryKey: [...OWN_STORAGE, 'use'], queryFn: () => call('getOwnStorage'), staleTime: 0 });

export const useOwnFiles = (sort: FileSort): PagedList<StoredFile> =>
  listOf(useInfiniteQuery({ queryKey: [...OWN_STORAGE, 'files', sort], queryFn: ({ pageParam }) => loadOwn(sort, pageParam), ...PAGING }));

export const useServerStorage = (serverId: string) =>
  useQuery({
    queryKey: [...serverStorageKey(serverId), 'use'],
    queryFn: (): Promise<ServerStorage> => call('getServerStorage', { params: { serverId } }),
    staleTime: 0,
  });

export const useServerFiles = (serverId: string, channelId: string | undefined): PagedList<StoredFile> =>
  listOf(
    useInfiniteQuery({
      queryKey: [...serverStorageKey(serverId), 'files', channelId ?? ''],
      queryFn: ({ pageParam }) => call('listServerFiles', { params: { serverId }, query: { channelId, cursor: pageParam } }),
      ...PAGING,
    }),
  );
