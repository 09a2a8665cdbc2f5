import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** A list that is loaded page by page. */
export interface PagedList<T> {
  items: T[];
  status: 'loading' | 'error' | 'ready';
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

const statusNames = { pending: 'loading', error: 'error', success: 'ready' } as const;

export function pagedList<T>(query: UseInfiniteQueryResult<T[]>): PagedList<T> {
  return {
    items: query.data ?? [],
    status: statusNames[query.status],
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
