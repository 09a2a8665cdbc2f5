import type { ServerPayload } from '@hearth/contract';
import { queryClient } from '@/api';
import { lazyModule } from '@/lib/lazy-part';
import type { EventHandlers } from '@/realtime';
import type { receive } from './live';

const load = lazyModule(() => import('./live'));

/** Only what somebody looks at is kept right. */
const pass =
  <N extends keyof typeof receive>(name: N) =>
  (payload: ServerPayload<N>): void => {
    if (queryClient.getQueriesData({ queryKey: ['gallery'] }).length > 0)
      void load().then((live) => (live.receive[name] as (payload: ServerPayload<N>) => void)(payload));
  };

export const galleryEvents = {
  ready: pass('ready'),
  'message:new': pass('message:new'),
  'message:update': pass('message:update'),
  'message:delete': pass('message:delete'),
  'message:bulk-delete': pass('message:bulk-delete'),
  'message:mark': pass('message:mark'),
} satisfies Partial<EventHandlers>;
