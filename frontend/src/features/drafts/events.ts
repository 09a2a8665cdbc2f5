import type { EventHandlers } from '@/realtime';
import { draftSync } from './client';

export const draftsEvents = {
  ready: (payload) => draftSync.resume(payload.drafts),
  'channel:delete': ({ channelId }) => draftSync.forget(channelId),
  'draft:update': (draft) => draftSync.receive(draft),
} satisfies Partial<EventHandlers>;
