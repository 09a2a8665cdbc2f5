import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { cursor, id, pageLimit } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { route } from './route.js';

const tag = 'messages';
const messageParams = z.object({ messageId: id });

export const pinMessage = route({
  method: 'PUT',
  path: '/messages/:messageId/pin',
  tag,
  summary: `Pin a message: in a server with MANAGE_MESSAGES, in a DM or group anybody who may write. Up to ${limits.pinsPerChannel} a channel`,
  params: messageParams,
  query: z.object({ reason: auditReason.optional() }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT', 'LIMIT_REACHED'],
});

export const unpinMessage = route({
  method: 'DELETE',
  path: '/messages/:messageId/pin',
  tag,
  summary: 'Unpin a message, with the same right',
  params: messageParams,
  query: z.object({ reason: auditReason.optional() }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const listPins = route({
  method: 'GET',
  path: '/channels/:channelId/pins',
  tag,
  summary: 'Pinned messages, the one that was pinned last first',
  params: z.object({ channelId: id }),
  query: z.object({ cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ messages: z.array(message), nextCursor: cursor.nullable() }),
  errors: ['NOT_FOUND'],
});

export const pinRoutes = { pinMessage, unpinMessage, listPins };
