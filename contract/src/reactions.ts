import * as z from 'zod';
import { reactionEmoji } from './emoji.js';
import { id, pageLimit } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { route } from './route.js';
import { userSummary } from './users.js';

/** People by id ascending. */
export const userPage = z.object({ users: z.array(userSummary), hasMore: z.boolean() }).meta({ id: 'UserPage' });

const tag = 'messages';
const reactionParams = z.object({ messageId: id, emoji: reactionEmoji });

export const addReaction = route({
  method: 'PUT',
  path: '/messages/:messageId/reactions/:emoji',
  tag,
  summary: `React to a message; once is enough. The first of a kind needs ADD_REACTIONS, for a custom emoji of another server also USE_EXTERNAL_EMOJIS, and there are at most ${limits.reactionKinds} kinds`,
  params: reactionParams,
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT', 'LIMIT_REACHED'],
});

export const removeReaction = route({
  method: 'DELETE',
  path: '/messages/:messageId/reactions/:emoji',
  tag,
  summary: 'Take back an own reaction, or, with `userId`, that of somebody else, which needs MANAGE_MESSAGES',
  params: reactionParams,
  query: z.object({ userId: id.optional() }),
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const clearReactions = route({
  method: 'DELETE',
  path: '/messages/:messageId/reactions',
  tag,
  summary: 'Take away every reaction to a message, or every one of a kind; needs MANAGE_MESSAGES',
  params: z.object({ messageId: id }),
  query: z.object({ emoji: reactionEmoji.optional() }),
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const listReactions = route({
  method: 'GET',
  path: '/messages/:messageId/reactions/:emoji',
  tag,
  summary: 'Who reacted to a message with an emoji, by id ascending',
  params: reactionParams,
  query: z.object({ after: id.optional(), limit: pageLimit }),
  response: userPage,
  errors: ['NOT_FOUND'],
});

export const reactionRoutes = { addReaction, removeReaction, clearReactions, listReactions };
