import type { QueryKey } from '@tanstack/react-query';
import { queryClient } from './query-client';

/**
 * What an event says of something that is held. What is being loaded may have been read before it, and is loaded anew; what is not held comes
 * with its first load.
 */
export function changeHeld<T>(queryKey: QueryKey, change: (held: T) => T): void {
  queryClient.setQueryData<T>(queryKey, (held) => held && change(held));
  const filters = { queryKey, exact: true };
  if (queryClient.isFetching(filters) === 0) return;
  // A first load would go on otherwise.
  void queryClient.cancelQueries(filters).then(() => queryClient.invalidateQueries({ ...filters, refetchType: 'all' }));
}
