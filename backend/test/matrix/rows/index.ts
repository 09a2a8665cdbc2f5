import type { EveryEventRow, EveryRouteRow } from '../row.js';
import { announcementRows } from './announcements.js';
import { authRows } from './auth.js';
import { autoModRows } from './automod.js';
import { channelRows } from './channels.js';
import { conversationRows } from './conversations.js';
import { eventRows as everyEventRow } from './events.js';
import { healthRows } from './health.js';
import { banRows, memberRows, screeningRows } from './members.js';
import { messageRows } from './messages.js';
import { incidentRows, reportRows } from './moderation.js';
import { overwriteRows } from './overwrites.js';
import { relationshipRows } from './relationships.js';
import { auditLogRows, roleRows } from './roles.js';
import { serverRows } from './servers.js';
import { forumRows, threadRows } from './threads.js';
import { userRows } from './users.js';

/** The rows of every REST route. One that is missing does not compile, and fails `coverage.spec.ts` by its name. */
export const routeRows: EveryRouteRow = {
  ...authRows,
  ...userRows,
  ...relationshipRows,
  ...serverRows,
  ...roleRows,
  ...auditLogRows,
  ...memberRows,
  ...banRows,
  ...screeningRows,
  ...reportRows,
  ...incidentRows,
  ...channelRows,
  ...overwriteRows,
  ...messageRows,
  ...threadRows,
  ...forumRows,
  ...announcementRows,
  ...conversationRows,
  ...autoModRows,
  ...healthRows,
};

/** The rows of every event that a client may send. */
export const eventRows: EveryEventRow = everyEventRow;
