import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors';

const RETRIES = 3;

/** A refusal stays a refusal; a network or a server in trouble may come back. */
const mayRecover = (error: Error): boolean => !(error instanceof ApiError) || error.problem.status >= 500;

/**
 * Data is fed by socket events, or invalidated when the socket comes back: nothing goes stale by age, and nothing is forgotten unless its
 * query says so. Requests do not wait for `navigator.onLine`, which is false on a machine whose only network is its own loopback.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, error) => failures < RETRIES && mayRecover(error),
    },
    mutations: { networkMode: 'always' },
  },
});
