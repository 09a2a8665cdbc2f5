import { authRoutes } from './auth.js';
import { channelRoutes } from './channels.js';
import { healthRoutes } from './health.js';
import { messageRoutes } from './messages.js';
import { relationshipRoutes } from './relationships.js';
import type { Route } from './route.js';
import { serverRoutes } from './servers.js';
import { userRoutes } from './users.js';

/** Every REST route there is. */
export const routes = {
  ...authRoutes,
  ...userRoutes,
  ...relationshipRoutes,
  ...serverRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...healthRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
