import * as z from 'zod';
import { autoArchiveChoices } from './choices.js';
import { auditReason } from './audit-log.js';
import { counter, id, pageLimit, seq, timestamp } from './ids.js';
import { limits } from './limits.js';
import { overwritesInput, permissionOverwrite } from './permission-overwrites.js';
import { noContent, route } from './route.js';
import { longText, nameText } from './text.js';
import { userSummary } from './users.js';

export const channelTypes = ['TEXT', 'ANNOUNCEMENT', 'VOICE', 'CATEGORY', 'THREAD', 'FORUM', 'DM', 'GROUP_DM'] as const;
export const channelType = z.enum(channelTypes);
export type ChannelType = z.infer<typeof channelType>;

/** Those that stand in the list of a server. */
export const listedChannelTypes = ['TEXT', 'ANNOUNCEMENT', 'VOICE', 'CATEGORY', 'FORUM'] as const satisfies ChannelType[];

export const forumTag = z
  .object({
    id,
    name: z.string(),
    emoji: z.string().nullable(),
    moderated: z.boolean(),
  })
  .meta({ id: 'ForumTag', description: '`moderated`: only those with MANAGE_THREADS may set it' });
export type ForumTag = z.infer<typeof forumTag>;

export const forumSort = z.enum(['ACTIVITY', 'CREATION']);
export type ForumSort = z.infer<typeof forumSort>;

export const autoArchive = z.literal(autoArchiveChoices);

const slowmode = z.number().int().min(0).max(limits.slowmodeSeconds);
export const tagIds = z
  .array(id)
  .max(limits.tagsPerPost)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'must name each once' });

/** What only a thread has, or a post, which is a thread in a forum. */
export const thread = z
  .object({
    ownerId: id,
    archivedAt: timestamp.nullable(),
    /** Minutes without a message after which it is archived. */
    autoArchive: z.number().int(),
    locked: z.boolean(),
    tagIds: z.array(id),
    pinnedAt: timestamp.nullable(),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof thread>;

export const channel = z
  .object({
    id,
    /** Null for DM and GROUP_DM. */
    serverId: id.nullable(),
    type: channelType,
    name: z.string(),
    topic: z.string().nullable(),
    parentId: id.nullable(),
    position: z.number().int(),
    overwrites: z.array(permissionOverwrite),
    lastSeq: counter,
    version: counter,
    lastMessageAt: timestamp.nullable(),
    /** Seconds between two messages of one member; 0: no slow mode. */
    slowmode: z.number().int(),
    createdAt: timestamp,
    thread: thread.optional(),
    forum: z.object({ tags: z.array(forumTag), sort: forumSort }).optional(),
    group: z.object({ ownerId: id, icon: z.string().nullable() }).optional(),
    /** Of DM and GROUP_DM: everybody in it. */
    recipients: z.array(userSummary).optional(),
  })
  .meta({
    id: 'Channel',
    description: 'Where messages live. `lastSeq` and `version` are the counters of its messages. A thread made from a message has its id',
  });
export type Channel = z.infer<typeof channel>;

/** What one user has received and read in one channel; positions only grow. Without one, the user is at 0. */
export const readState = z
  .object({
    channelId: id,
    lastReadSeq: counter,
    lastDeliveredSeq: counter,
    markedUnreadSeq: seq.nullable(),
  })
  .meta({
    id: 'ReadState',
    description: '`markedUnreadSeq`: the user marked the channel unread from this message on',
  });
export type ReadState = z.infer<typeof readState>;

/** How far somebody else is in a channel. */
export const receipt = z.object({ userId: id, deliveredSeq: counter, readSeq: counter }).meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receipt>;

const tag = 'channels';
const channelParams = z.object({ channelId: id });
const serverParams = z.object({ serverId: id });

export const listChannels = route({
  method: 'GET',
  path: '/servers/:serverId/channels',
  tag,
  summary: 'The channels that the caller may see',
  params: serverParams,
  response: z.object({ channels: z.array(channel) }),
  errors: ['NOT_FOUND'],
});

export const createChannel = route({
  method: 'POST',
  path: '/servers/:serverId/channels',
  tag,
  summary: 'Make a channel at the end of its category',
  params: serverParams,
  bodyBytes: limits.listsBytes,
  body: z
    .object({
      name: nameText(1, limits.channelName),
      type: z.enum(listedChannelTypes),
      parentId: id.nullish(),
      topic: longText(0, limits.topic).nullish(),
      slowmode: slowmode.optional(),
      overwrites: overwritesInput.optional(),
    })
    .meta({ id: 'CreateChannel', description: 'Without `overwrites` it takes those of its category; with them it needs MANAGE_ROLES' }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const orderChannels = route({
  method: 'PATCH',
  path: '/servers/:serverId/channels',
  tag,
  summary: 'Order channels and move them between categories',
  params: serverParams,
  body: z
    .object({
      channels: z
        .array(
          z.object({
            id,
            position: z.number().int().min(0).max(limits.channelsPerServer),
            parentId: id.nullish(),
          }),
        )
        .min(1)
        .max(limits.channelsPerServer),
    })
    .meta({ id: 'OrderChannels' }),
  response: z.object({ channels: z.array(channel) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const getChannel = route({
  method: 'GET',
  path: '/channels/:channelId',
  tag,
  summary: 'One channel',
  params: channelParams,
  response: channel,
  errors: ['NOT_FOUND'],
});

export const updateChannel = route({
  method: 'PATCH',
  path: '/channels/:channelId',
  tag,
  summary: 'Change a channel. What a channel of its type does not have is passed over',
  params: channelParams,
  body: z
    .object({
      /** Null: a group goes by the names of its people. */
      name: nameText(1, limits.channelName).nullish(),
      topic: longText(0, limits.topic).nullish(),
      /** Its overwrites stay as they are; the sync action takes those of the new category. */
      parentId: id.nullish(),
      slowmode: slowmode.optional(),
      /** Between text and announcement channels. */
      type: z.enum(['TEXT', 'ANNOUNCEMENT']).optional(),
      /** Of a thread; of another channel that of its new threads. */
      autoArchive: autoArchive.optional(),
      /** Of a forum. */
      sort: forumSort.optional(),
      /** Of a thread, as the rest down to `pinned`. */
      archived: z.boolean().optional(),
      locked: z.boolean().optional(),
      /** Of a post. */
      tagIds: tagIds.optional(),
      pinned: z.boolean().optional(),
      reason: auditReason.optional(),
      /** Of a group: an emoji. */
      icon: nameText(1, limits.groupIcon).nullish(),
      /** Of a group: who runs it from now on. */
      ownerId: id.optional(),
    })
    .meta({ id: 'UpdateChannel' }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const deleteChannel = route({
  method: 'DELETE',
  path: '/channels/:channelId',
  tag,
  summary: 'Delete a channel with its messages; a category leaves its channels behind',
  params: channelParams,
  query: z.object({ reason: auditReason.optional() }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const readChannelBody = z.object({ seq: counter, unread: z.boolean().optional() }).meta({
  id: 'ReadChannel',
  description: 'Read up to `seq`; with `unread` true, marked unread from `seq` on instead',
});

export const readChannel = route({
  method: 'PUT',
  path: '/channels/:channelId/read',
  tag,
  summary: 'Move the own read position, or mark unread',
  params: channelParams,
  body: readChannelBody,
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const listReceipts = route({
  method: 'GET',
  path: '/channels/:channelId/receipts',
  tag,
  summary: `How far the others are, in channels of up to ${limits.receiptAudience} readers; null in larger ones`,
  params: channelParams,
  response: z.object({ receipts: z.array(receipt).nullable() }),
  errors: ['NOT_FOUND'],
});

export const listSeen = route({
  method: 'GET',
  path: '/messages/:messageId/receipts',
  tag,
  summary: 'Who has read an own message, by user id ascending; without those who keep that to themselves. Null: the caller does too',
  params: z.object({ messageId: id }),
  query: z.object({ after: id.optional(), limit: pageLimit }),
  /** `nextCursor`: after whom the next page begins. A page may hold fewer than were asked for, or nobody. */
  response: z.object({ users: z.array(userSummary).nullable(), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const channelRoutes = {
  listChannels,
  createChannel,
  orderChannels,
  getChannel,
  updateChannel,
  deleteChannel,
  readChannel,
  listReceipts,
  listSeen,
};
