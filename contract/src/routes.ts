import { adminRoutes } from './admin.js';
import { announcementRoutes } from './announcements.js';
import { auditLogRoutes } from './audit-log.js';
import { authRoutes } from './auth.js';
import { autoModRoutes } from './automod.js';
import { banRoutes } from './bans.js';
import { channelRoutes } from './channels.js';
import { conversationRoutes } from './conversations.js';
import { draftRoutes } from './drafts.js';
import { editRoutes } from './edits.js';
import { expressionRoutes } from './expressions.js';
import { fileRoutes } from './files.js';
import { forumRoutes } from './forums.js';
import { forwardRoutes } from './forwards.js';
import { galleryRoutes } from './gallery.js';
import { healthRoutes } from './health.js';
import { inboxRoutes } from './inbox.js';
import { incidentRoutes } from './incidents.js';
import { memberRoutes } from './members.js';
import { markRoutes } from './marks.js';
import { messageRoutes } from './messages.js';
import { pinRoutes } from './pins.js';
import { pollRoutes } from './polls.js';
import { reactionRoutes } from './reactions.js';
import { pictureRoutes } from './pictures.js';
import { previewRoutes } from './previews.js';
import { relationshipRoutes } from './relationships.js';
import { reportRoutes } from './reports.js';
import { overwriteRoutes } from './overwrites.js';
import { roleRoutes } from './roles.js';
import { reminderRoutes } from './reminders.js';
import type { Route } from './route.js';
import { scheduledRoutes } from './scheduled.js';
import { screeningRoutes } from './screening.js';
import { searchRoutes } from './search.js';
import { serverRoutes } from './servers.js';
import { storageRoutes } from './storage.js';
import { threadRoutes } from './threads.js';
import { uploadRoutes } from './uploads.js';
import { userRoutes } from './users.js';

/** Every REST route there is. */
export const routes = {
  ...authRoutes,
  ...userRoutes,
  ...relationshipRoutes,
  ...serverRoutes,
  ...pictureRoutes,
  ...roleRoutes,
  ...expressionRoutes,
  ...fileRoutes,
  ...uploadRoutes,
  ...auditLogRoutes,
  ...memberRoutes,
  ...banRoutes,
  ...screeningRoutes,
  ...reportRoutes,
  ...incidentRoutes,
  ...channelRoutes,
  ...overwriteRoutes,
  ...messageRoutes,
  ...forwardRoutes,
  ...pinRoutes,
  ...markRoutes,
  ...editRoutes,
  ...previewRoutes,
  ...reactionRoutes,
  ...pollRoutes,
  ...inboxRoutes,
  ...threadRoutes,
  ...forumRoutes,
  ...announcementRoutes,
  ...conversationRoutes,
  ...draftRoutes,
  ...scheduledRoutes,
  ...reminderRoutes,
  ...autoModRoutes,
  ...searchRoutes,
  ...galleryRoutes,
  ...storageRoutes,
  ...adminRoutes,
  ...healthRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
