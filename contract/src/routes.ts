import { announcementRoutes } from './announcements.js';
import { auditLogRoutes } from './audit-log.js';
import { authRoutes } from './auth.js';
import { autoModRoutes } from './automod.js';
import { banRoutes } from './bans.js';
import { channelRoutes } from './channels.js';
import { conversationRoutes } from './conversations.js';
import { draftRoutes } from './drafts.js';
import { forumRoutes } from './forums.js';
import { healthRoutes } from './health.js';
import { incidentRoutes } from './incidents.js';
import { memberRoutes } from './members.js';
import { messageRoutes } from './messages.js';
import { reactionRoutes } from './reactions.js';
import { relationshipRoutes } from './relationships.js';
import { reportRoutes } from './reports.js';
import { overwriteRoutes } from './overwrites.js';
import { roleRoutes } from './roles.js';
import type { Route } from './route.js';
import { screeningRoutes } from './screening.js';
import { searchRoutes } from './search.js';
import { serverRoutes } from './servers.js';
import { threadRoutes } from './threads.js';
import { userRoutes } from './users.js';

/** Every REST route there is. */
export const routes = {
  ...authRoutes,
  ...userRoutes,
  ...relationshipRoutes,
  ...serverRoutes,
  ...roleRoutes,
  ...auditLogRoutes,
  ...memberRoutes,
  ...banRoutes,
  ...screeningRoutes,
  ...reportRoutes,
  ...incidentRoutes,
  ...channelRoutes,
  ...overwriteRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...forumRoutes,
  ...announcementRoutes,
  ...conversationRoutes,
  ...draftRoutes,
  ...autoModRoutes,
  ...searchRoutes,
  ...healthRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
