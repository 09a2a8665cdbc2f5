import * as z from 'zod';
import { id, pageLimit, seq } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { route } from './route.js';

/** Unread messages of a channel that mention the reader, by name, by a role or as everybody; ascending. */
export const unreadMentions = z.object({ channelId: id, seqs: z.array(seq).min(1) }).meta({
  id: 'UnreadMentions',
  description: `The newest ${limits.unreadMentions} of a channel. Nobody is mentioned by whom they block or ignore`,
});
export type UnreadMentions = z.infer<typeof unreadMentions>;

const tag = 'users';

export const listMentions = route({
  method: 'GET',
  path: '/users/me/mentions',
  tag,
  summary: 'Messages that mention the caller, newest first, of channels that they see',
  query: z.object({ before: id.optional(), limit: pageLimit }),
  response: z.object({ messages: z.array(message), hasMore: z.boolean() }),
});

export const listUnreadMentions = route({
  method: 'GET',
  path: '/users/me/mentions/unread',
  tag,
  summary: 'Where the caller is mentioned and has not read it',
  response: z.object({ mentions: z.array(unreadMentions) }),
});

export const inboxRoutes = { listMentions, listUnreadMentions };
