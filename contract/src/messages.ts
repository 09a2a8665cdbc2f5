import * as z from 'zod';
import { attachment, attachmentIds } from './attachments.js';
import { auditReason } from './audit-log.js';
import { autoModAlert, raidAlert } from './automod.js';
import { embed } from './embeds.js';
import { counter, id, pageLimit, queryInteger, seq, timestamp } from './ids.js';
import { limits } from './limits.js';
import { pollInput } from './poll-input.js';
import { route } from './route.js';
import { longText } from './text.js';
import { userSummary } from './users.js';

export const messageType = z.enum([
  'DEFAULT',
  'REPLY',
  'FORWARD',
  'VOICE',
  'POLL',
  'CALL',
  'MEMBER_JOIN',
  'PIN',
  'NAME_CHANGE',
  'RECIPIENT_ADD',
  'RECIPIENT_REMOVE',
  'ICON_CHANGE',
  'THREAD_CREATED',
  'AUTOMOD_ALERT',
  'POLL_RESULT',
]);
export type MessageType = z.infer<typeof messageType>;

/** In small letters, as the database returns it: whoever writes capitals means the same one. */
export const nonce = z.uuid({ error: 'must be a UUID' }).toLowerCase();
export const content = longText(1, limits.content);

/** A Unicode emoji, or `name:id` of a custom one. `me` is right in REST answers only: a live event is the same for every reader. */
export const reaction = z.object({ emoji: z.string(), count: counter, me: z.boolean() }).meta({ id: 'Reaction' });
export type Reaction = z.infer<typeof reaction>;

/** The sticker of a message, as it was called when it was sent. Its picture: `GET /files/:id/picture`. */
export const messageSticker = z.object({ id, name: z.string(), animated: z.boolean() }).meta({ id: 'MessageSticker' });
export type MessageSticker = z.infer<typeof messageSticker>;

/** The message that a reply answers, as far as its quote needs it. */
export const quotedMessage = z
  .object({
    id,
    seq,
    version: seq,
    type: messageType,
    author: userSummary,
    /** The beginning of it. */
    content: z.string(),
    /** Whom it mentions. */
    mentions: z.array(userSummary).optional(),
    sticker: messageSticker.pick({ name: true }).optional(),
    poll: z.object({ question: z.string() }).optional(),
    /** The first of its files. */
    file: attachment.pick({ name: true, kind: true, duration: true }).optional(),
    deletedAt: timestamp.nullable(),
    /** The reader hid it, in REST answers only. */
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'QuotedMessage' });
export type QuotedMessage = z.infer<typeof quotedMessage>;

export const pollAnswer = z
  .object({ id: z.number().int(), text: z.string(), emoji: z.string().optional(), votes: counter })
  .meta({ id: 'PollAnswer' });

/** `voters`: how many people, who may have several votes. `mine`: the reader's own votes, in REST answers only. */
export const poll = z
  .object({
    question: z.string(),
    answers: z.array(pollAnswer),
    multiple: z.boolean(),
    expiresAt: timestamp.nullable(),
    closedAt: timestamp.nullable(),
    voters: counter,
    mine: z.array(z.number().int()),
  })
  .meta({ id: 'Poll' });
export type Poll = z.infer<typeof poll>;

/** Where a forwarded message comes from, by ids alone: names are for those who see that place. */
export const messageForward = z
  .object({
    ...{ channelId: id, serverId: id.nullable(), messageId: id, seq, createdAt: timestamp },
    /** It was a voice message there. */
    voice: z.literal(true).optional(),
  })
  .meta({ id: 'MessageForward' });
export type MessageForward = z.infer<typeof messageForward>;

/** What a notice tells, each type its own: who came or went, and what something is called from then on. */
export const messageDetails = z
  .union([
    z.object({ user: userSummary }),
    z.object({ name: z.string() }),
    z.object({ icon: z.string().nullable() }),
    z.object({ threadId: id, threadName: z.string() }),
    /** Which message was pinned, or whose poll ended. */
    z.object({ messageId: id, messageSeq: seq }),
    autoModAlert,
    raidAlert,
  ])
  .meta({ id: 'MessageDetails' });
export type MessageDetails = z.infer<typeof messageDetails>;

/** Where a copy of an announcement comes from, by the names of then. */
export const messageOrigin = z
  .object({ serverId: id, serverName: z.string(), channelId: id, channelName: z.string(), messageId: id })
  .meta({ id: 'MessageOrigin' });
export type MessageOrigin = z.infer<typeof messageOrigin>;

/**
 * A message as everybody sees it. A deleted one stays as a tombstone: `deletedAt` is set and `content` is empty. Order is by `seq`,
 * nothing else; `version` is the channel's counter at the last change.
 */
export const message = z
  .object({
    id,
    channelId: id,
    seq,
    version: seq,
    type: messageType,
    author: userSummary,
    content: z.string(),
    /** Of notices alone. */
    details: messageDetails.optional(),
    /** Of a copy alone. */
    origin: messageOrigin.optional(),
    /** Of an announcement that followers have copies of. */
    publishedAt: timestamp.optional(),
    nonce: nonce.optional(),
    createdAt: timestamp,
    editedAt: timestamp.nullable(),
    deletedAt: timestamp.nullable(),
    replyTo: quotedMessage.nullable(),
    attachments: z.array(attachment),
    reactions: z.array(reaction),
    /**
     * Users whom the content names, and of a reply, unless its author did not want it, who is answered. What is a copy or was forwarded
     * names them and calls nobody.
     */
    mentions: z.array(userSummary),
    mentionRoles: z.array(id).optional(),
    /** @everyone or @here, by somebody who may. */
    mentionEveryone: z.literal(true).optional(),
    embeds: z.array(embed),
    pinnedAt: timestamp.nullable(),
    poll: poll.optional(),
    forward: messageForward.optional(),
    sticker: messageSticker.optional(),
    /** The reader's own marks, in REST answers only. */
    starred: z.literal(true).optional(),
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof message>;

const EMPTY = { path: ['content'], error: 'must not be empty' };
const ONE_RECORDING = { path: ['voice'], error: 'must be one file and nothing else' };

export const createMessageBody = z
  .object({
    /** May be left out, or empty, beside a poll, a sticker or files. */
    content: longText(0, limits.content).default(''),
    nonce,
    /** A message of this channel. */
    replyToId: id.optional(),
    /** Whether a reply mentions whom it answers; true if left out. */
    mentionReplied: z.boolean().optional(),
    poll: pollInput.optional(),
    /** Of a server that the author is in. */
    stickerId: id.optional(),
    /** Own uploads to this channel, or the channel of this thread, that are whole and not sent yet. */
    attachmentIds: attachmentIds.optional(),
    /** A voice message: one recording, uploaded with how long and how loud it is, and nothing beside it. */
    voice: z.boolean().optional(),
  })
  .refine(({ content: text, poll: asked, stickerId, attachmentIds: files = [] }) => {
    return asked !== undefined || stickerId !== undefined || files.length > 0 || text.trim() !== '';
  }, EMPTY)
  .refine(({ voice = false, content: text, poll: asked, stickerId, attachmentIds: files = [] }) => {
    return !voice || (files.length === 1 && text === '' && asked === undefined && stickerId === undefined);
  }, ONE_RECORDING)
  .meta({ id: 'CreateMessage' });
export const editMessageBody = z
  .object({
    /** Empty only of a message with files. */
    content: longText(0, limits.content),
  })
  .meta({ id: 'EditMessage' });

const tag = 'messages';
const channelParams = z.object({ channelId: id });
const messageParams = z.object({ messageId: id });
const seqQuery = queryInteger(0, 2_147_483_647).optional();

const onlyOne = (query: { before?: number | undefined; after?: number | undefined; around?: number | undefined }) =>
  [query.before, query.after, query.around].filter((value) => value !== undefined).length <= 1;

export const listMessages = route({
  method: 'GET',
  path: '/channels/:channelId/messages',
  tag,
  summary: 'A page of messages by seq ascending: the newest, or `before`, `after` or `around` a seq',
  params: channelParams,
  query: z
    .object({
      before: seqQuery,
      after: seqQuery,
      around: seqQuery,
      limit: pageLimit,
    })
    .refine(onlyOne, { error: 'use one of before, after and around' }),
  response: z.object({ messages: z.array(message), hasMore: z.boolean() }).meta({
    id: 'MessagePage',
    description: '`hasMore`: in the direction asked for; with `around`, on either side',
  }),
  errors: ['NOT_FOUND'],
});

export const createMessage = route({
  method: 'POST',
  path: '/channels/:channelId/messages',
  tag,
  summary: 'Send a message; the same nonce again returns the first one',
  params: channelParams,
  body: createMessageBody,
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'NOT_ACCEPTED', 'NONCE_REUSED', 'SLOWMODE', 'AUTOMOD_BLOCKED', 'FILE_QUARANTINED'],
});

export const changes = z
  .union([
    z.object({
      messages: z.array(message),
      version: counter,
      hasMore: z.boolean(),
    }),
    z.object({ reset: z.literal(true), version: counter }),
  ])
  .meta({ id: 'Changes' });
export type Changes = z.infer<typeof changes>;

export const listChanges = route({
  method: 'GET',
  path: '/channels/:channelId/changes',
  tag,
  summary: 'Each message changed after a version, once, as it is now, by version ascending; or reset when too far behind',
  params: channelParams,
  query: z.object({ after: queryInteger(0, 2_147_483_647), limit: pageLimit }),
  response: changes,
  errors: ['NOT_FOUND'],
});

export const getMessage = route({
  method: 'GET',
  path: '/messages/:messageId',
  tag,
  summary: 'One message',
  params: messageParams,
  response: message,
  errors: ['NOT_FOUND'],
});

export const editMessage = route({
  method: 'PATCH',
  path: '/messages/:messageId',
  tag,
  summary: 'Edit an own message',
  params: messageParams,
  body: editMessageBody,
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'AUTOMOD_BLOCKED'],
});

export const deleteMessage = route({
  method: 'DELETE',
  path: '/messages/:messageId',
  tag,
  summary: 'Delete an own message, or any with MANAGE_MESSAGES; the answer is its tombstone',
  params: messageParams,
  query: z.object({ reason: auditReason.optional() }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const bulkDeleteMessages = route({
  method: 'POST',
  path: '/channels/:channelId/messages/bulk-delete',
  tag,
  summary: `Delete up to ${limits.bulkDelete} messages of a channel at once; needs MANAGE_MESSAGES. The answer names those that were there`,
  params: channelParams,
  body: z.object({ ids: z.array(id).min(1).max(limits.bulkDelete), reason: auditReason.optional() }).meta({ id: 'BulkDeleteMessages' }),
  response: z.object({ ids: z.array(id), version: counter }),
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const removeAttachment = route({
  method: 'DELETE',
  path: '/messages/:messageId/attachments/:fileId',
  tag,
  summary: 'Take a file from an own message, or from any with MANAGE_MESSAGES; of a message that is nothing else, delete the message',
  params: messageParams.extend({ fileId: id }),
  query: z.object({ reason: auditReason.optional() }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const messageRoutes = {
  listMessages,
  createMessage,
  listChanges,
  getMessage,
  editMessage,
  deleteMessage,
  removeAttachment,
  bulkDeleteMessages,
};
