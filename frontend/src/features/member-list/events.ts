import type { EventHandlers } from '@/realtime';
import { memberWatch } from './client';

export const memberListEvents = {
  'member:list': (change) => memberWatch.receive(change),
} satisfies Partial<EventHandlers>;
