import type { SignedIn } from '@hearth/contract';
import { Access, acrossTabs } from './access';
import { createCall } from './call';
import { systemClock } from './clock';
import { endpoints } from './endpoints';
import { http } from './http';

export const access = new Access({
  clock: systemClock,
  refresh: () => http({ method: endpoints.refresh.method, url: `/api/v1${endpoints.refresh.path}`, token: null }) as Promise<SignedIn>,
  exclusively: acrossTabs,
});

export const call = createCall(http, access);
