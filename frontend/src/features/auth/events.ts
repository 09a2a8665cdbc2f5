import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { sessionFlow } from './client';
import { sessionsKey } from './queries';

const reloadSessions = () => void queryClient.invalidateQueries({ queryKey: sessionsKey });

export const authEvents = {
  ready: ({ sessionId }) => {
    sessionFlow.identify(sessionId);
    reloadSessions();
  },
  'session:revoked': ({ sessionId }) => {
    if (sessionFlow.revoked(sessionId)) reloadSessions();
  },
} satisfies Partial<EventHandlers>;
