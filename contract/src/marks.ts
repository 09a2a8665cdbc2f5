import * as z from 'zod';
import { cursor, id, pageLimit, seq, timestamp } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { route } from './route.js';

/** What one reader has on a message, seen by nobody else. */
export const messageMark = z
  .object({ messageId: id, channelId: id, seq, starred: z.boolean(), hidden: z.boolean() })
  .meta({ id: 'MessageMark' });
export type MessageMark = z.infer<typeof messageMark>;

/** A message that the caller starred, with where it stands. */
export const starredMessage = z
  .object({
    message,
    serverId: id.nullable(),
    /** Null in a DM, and in a group without a name. */
    channelName: z.string().nullable(),
    starredAt: timestamp,
  })
  .meta({ id: 'StarredMessage' });
export type StarredMessage = z.infer<typeof starredMessage>;

const tag = 'messages';
const params = z.object({ messageId: id });

export const starMessage = route({
  method: 'PUT',
  path: '/messages/:messageId/star',
  tag,
  summary: `Star a message, for oneself alone. Up to ${limits.starredPerUser} for each user`,
  params,
  response: messageMark,
  errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_REACHED'],
});

export const unstarMessage = route({
  method: 'DELETE',
  path: '/messages/:messageId/star',
  tag,
  summary: 'Take the star away',
  params,
  response: messageMark,
  errors: ['NOT_FOUND'],
});

export const hideMessage = route({
  method: 'PUT',
  path: '/messages/:messageId/hidden',
  tag,
  summary: 'Hide a message from oneself alone, on all own devices',
  params,
  response: messageMark,
  errors: ['NOT_FOUND', 'CONFLICT'],
});

export const showMessage = route({
  method: 'DELETE',
  path: '/messages/:messageId/hidden',
  tag,
  summary: 'Show a hidden message again',
  params,
  response: messageMark,
  errors: ['NOT_FOUND'],
});

export const listStarred = route({
  method: 'GET',
  path: '/users/me/starred',
  tag,
  summary:
    'Starred messages that the caller may still see, the one that was starred last first. A page may be short, or empty, and not the last',
  query: z.object({ cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ starred: z.array(starredMessage), nextCursor: cursor.nullable() }),
});

export const listMarks = route({
  method: 'GET',
  path: '/users/me/marks',
  tag,
  summary: `The ${limits.recentMarks} marks that the caller set or took away last, for a device that was away`,
  response: z.object({ marks: z.array(messageMark) }),
});

export const markRoutes = { starMessage, unstarMessage, hideMessage, showMessage, listStarred, listMarks };
