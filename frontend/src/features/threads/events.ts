import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { threadsKey } from './queries';

export const threadsEvents = {
  // What was begun, changed or deleted during a break was so unheard.
  ready: () => void queryClient.invalidateQueries({ queryKey: threadsKey }),
} satisfies Partial<EventHandlers>;
