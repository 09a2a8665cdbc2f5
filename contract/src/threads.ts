import * as z from 'zod';
import { attachmentIds } from './attachments.js';
import { autoArchive, channel, forumSort, tagIds } from './channels.js';
import { cursor, id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { message, nonce } from './messages.js';
import { noContent, route } from './route.js';
import { longText, nameText } from './text.js';
import { userSummary } from './users.js';

/** A thread in a list, for one reader. */
export const threadEntry = z
  .object({ channel, joined: z.boolean(), opening: message.nullable() })
  .meta({ id: 'ThreadEntry', description: '`opening`: of a post, the message that it begins with, where the caller may read it' });
export type ThreadEntry = z.infer<typeof threadEntry>;

export const threadMember = z.object({ user: userSummary, joinedAt: timestamp }).meta({ id: 'ThreadMember' });
export type ThreadMember = z.infer<typeof threadMember>;

const tag = 'threads';
const channelParams = z.object({ channelId: id });
const bool = z.enum(['true', 'false']).transform((text) => text === 'true');

interface Beginning {
  messageId?: unknown;
  content?: string | undefined;
  attachmentIds?: string[] | undefined;
  nonce?: unknown;
}

const hasFiles = ({ attachmentIds: files = [] }: Beginning) => files.length > 0;
const saysSomething = ({ content }: Beginning) => content !== undefined && content.trim() !== '';
const beginsSomehow = (body: Beginning) =>
  hasFiles(body) || saysSomething(body) || (body.content === undefined && body.messageId !== undefined);
const hasNonce = (body: Beginning) => (hasFiles(body) || body.content !== undefined) === (body.nonce !== undefined);

export const createThread = route({
  method: 'POST',
  path: '/channels/:channelId/threads',
  tag,
  summary: 'Begin a thread or a post: from a message, or with a first one of its own. A message has one thread: again, the answer is that',
  params: channelParams,
  body: z
    .object({
      name: nameText(1, limits.channelName),
      messageId: id.optional(),
      autoArchive: autoArchive.optional(),
      tagIds: tagIds.optional(),
      /** Of the first message; may be left out, or empty, beside files. */
      content: longText(0, limits.content).optional(),
      /** Of the first message: own uploads to this channel that are whole and not sent yet. */
      attachmentIds: attachmentIds.optional(),
      nonce: nonce.optional(),
    })
    .refine(beginsSomehow, { error: 'is needed unless there are files, or it begins at a message', path: ['content'] })
    .refine(hasNonce, { error: 'goes with `content` and `attachmentIds`', path: ['nonce'] })
    .meta({
      id: 'CreateThread',
      description:
        '`content`, `attachmentIds`, `nonce`: of the first message, which has text, files or both. Files are uploaded to this channel. The same author and nonce again answers with the first thread',
    }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED', 'NONCE_REUSED', 'SLOWMODE', 'AUTOMOD_BLOCKED', 'FILE_QUARANTINED'],
});

export const listThreads = route({
  method: 'GET',
  path: '/channels/:channelId/threads',
  tag,
  summary: 'Active threads of a channel, pinned posts first, or archived ones; or those of the messages with ids `from` to `to`',
  params: channelParams,
  query: z
    .object({
      archived: bool.optional(),
      sort: forumSort.optional(),
      tagId: id.optional(),
      query: nameText(1, limits.channelName).optional(),
      from: id.optional(),
      to: id.optional(),
      cursor: cursor.optional(),
      limit: pageLimit,
    })
    .refine(({ from, to }) => (from === undefined) === (to === undefined), { error: 'use from and to together', path: ['to'] }),
  response: z.object({ threads: z.array(threadEntry), nextCursor: z.string().nullable() }),
  errors: ['NOT_FOUND'],
});

export const joinThread = route({
  method: 'PUT',
  path: '/channels/:channelId/members/me',
  tag,
  summary: 'Join a thread: it stands in the own list, and what is unread in it counts',
  params: channelParams,
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const leaveThread = route({
  method: 'DELETE',
  path: '/channels/:channelId/members/me',
  tag,
  summary: 'Leave a thread',
  params: channelParams,
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const listThreadMembers = route({
  method: 'GET',
  path: '/channels/:channelId/members',
  tag,
  summary: 'Who joined a thread',
  params: channelParams,
  query: z.object({ cursor: id.optional(), limit: pageLimit }),
  response: z.object({ members: z.array(threadMember), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND'],
});

export const threadRoutes = { createThread, listThreads, joinThread, leaveThread, listThreadMembers };
