import type { EveryEventRow, EveryRouteRow } from '../row.js';
import { adminRows } from './admin.js';
import { announcementRows } from './announcements.js';
import { authRows } from './auth.js';
import { autoModRows } from './automod.js';
import { channelRows } from './channels.js';
import { conversationRows } from './conversations.js';
import { draftRows } from './drafts.js';
import { eventRows as everyEventRow } from './events.js';
import { expressionRows } from './expressions.js';
import { fileRows, uploadRows } from './files.js';
import { healthRows } from './health.js';
import { inboxRows } from './inbox.js';
import { editRows, forwardRows, markRows, pinRows } from './kept-messages.js';
import { reminderRows, scheduledRows } from './later.js';
import { banRows, memberRows, screeningRows } from './members.js';
import { messageRows } from './messages.js';
import { incidentRows, reportRows } from './moderation.js';
import { overwriteRows } from './overwrites.js';
import { pictureRows } from './pictures.js';
import { previewRows } from './previews.js';
import { pollRows } from './polls.js';
import { reactionRows } from './reactions.js';
import { relationshipRows } from './relationships.js';
import { auditLogRows, roleRows } from './roles.js';
import { searchRows } from './search.js';
import { serverRows } from './servers.js';
import { galleryRows, storageRows } from './storage.js';
import { forumRows, threadRows } from './threads.js';
import { userRows } from './users.js';

/** The rows of every REST route. One that is missing does not compile, and fails `coverage.spec.ts` by its name. */
export const routeRows: EveryRouteRow = {
  ...authRows,
  ...userRows,
  ...relationshipRows,
  ...serverRows,
  ...pictureRows,
  ...roleRows,
  ...expressionRows,
  ...fileRows,
  ...uploadRows,
  ...auditLogRows,
  ...memberRows,
  ...banRows,
  ...screeningRows,
  ...reportRows,
  ...incidentRows,
  ...channelRows,
  ...overwriteRows,
  ...messageRows,
  ...forwardRows,
  ...pinRows,
  ...markRows,
  ...editRows,
  ...inboxRows,
  ...reactionRows,
  ...pollRows,
  ...previewRows,
  ...threadRows,
  ...forumRows,
  ...announcementRows,
  ...conversationRows,
  ...draftRows,
  ...scheduledRows,
  ...reminderRows,
  ...autoModRows,
  ...searchRows,
  ...galleryRows,
  ...storageRows,
  ...adminRows,
  ...healthRows,
};

/** The rows of every event that a client may send. */
export const eventRows: EveryEventRow = everyEventRow;
