import type { AdminFile, AdminLogEntry, AdminSettings, JobQueue } from '@hearth/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { call, hasCode } from '@/api';
import { pagedList, type PagedList } from '@/features/servers';

const ADMIN = 'admin';
const SETTINGS = [ADMIN, 'settings'] as const;
const STORAGE = [ADMIN, 'storage'] as const;
const FILES = [ADMIN, 'files'] as const;
const JOBS = [ADMIN, 'jobs'] as const;
const LOG = [ADMIN, 'log'] as const;

/** Milliseconds between two looks at work in the background. */
const JOBS_EVERY = 5_000;

// No event tells of any of it.
export const useAdminSettings = () => useQuery({ queryKey: SETTINGS, queryFn: () => call('getAdminSettings'), staleTime: 0 });
export const useAdminStorage = () => useQuery({ queryKey: STORAGE, queryFn: () => call('getAdminStorage'), staleTime: 0 });
export const useJobs = () => useQuery({ queryKey: JOBS, queryFn: () => call('listJobs'), staleTime: 0, refetchInterval: JOBS_EVERY });

export function useUpdateAdminSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<AdminSettings>) => call('updateAdminSettings', { body }),
    onSuccess: (settings) => {
      client.setQueryData(SETTINGS, settings);
      // What the composer goes by.
      void client.invalidateQueries({ queryKey: ['upload-limits'] });
    },
  });
}

interface JobAct {
  act: 'retryJob' | 'deleteJob';
  queue: JobQueue;
  jobId: string;
}

export function useJobAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, queue, jobId }: JobAct) => call(act, { params: { queue, jobId } }),
    onSettled: () => client.invalidateQueries({ queryKey: JOBS }),
  });
}

/** Whose files, or those in quarantine. */
export type FilesOf = { userId: string } | { serverId: string } | { state: 'quarantined' };

/** The largest first. */
export function useAdminFiles(of: FilesOf): PagedList<AdminFile> {
  const query = useInfiniteQuery({
    queryKey: [...FILES, of],
    queryFn: ({ pageParam }) => call('listAdminFiles', { query: { ...of, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const files = query.data?.pages.flatMap((page) => page.files);
  return pagedList({ ...query, data: files } as UseInfiniteQueryResult<AdminFile[]>);
}

export function useDeleteFile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fileId: string) =>
      call('deleteAdminFile', { params: { fileId } }).catch((error: unknown) => {
        // Somebody else was faster.
        if (!hasCode(error, 'NOT_FOUND')) throw error;
      }),
    onSettled: () => Promise.all([FILES, STORAGE].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** The newest first. */
export function useAdminLog(): PagedList<AdminLogEntry> {
  const query = useInfiniteQuery({
    queryKey: LOG,
    queryFn: ({ pageParam }) => call('listAdminLog', { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries);
  return pagedList({ ...query, data: entries } as UseInfiniteQueryResult<AdminLogEntry[]>);
}
