import type { Session } from '@hearth/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { type SessionState, useSessionStore } from './session-store';

export const sessionsKey = ['sessions'] as const;

export const useSession = (): SessionState => useSessionStore();

/** A device that signs in is not told by an event: the list is loaded anew whenever it is opened. */
export const useSessions = (): UseQueryResult<Session[]> =>
  useQuery({ queryKey: sessionsKey, queryFn: async () => (await call('listSessions')).sessions, staleTime: 0 });
