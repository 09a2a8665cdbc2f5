import * as z from 'zod';
import { channel, receipt } from './channels.js';
import { cursor, givenTimestamp, id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { noContent, route } from './route.js';
import { nameText } from './text.js';

/** A DM or group as one of its recipients keeps it. */
export const conversation = z
  .object({
    channel,
    /** The newest that is not deleted. */
    lastMessage: message.nullable(),
    /** How far the others are; null with too many to watch. */
    receipts: z.array(receipt).nullable(),
    pinnedAt: timestamp.nullable(),
    /** Out of sight until somebody writes in it. */
    archivedAt: timestamp.nullable(),
    mutedUntil: timestamp.nullable(),
  })
  .meta({ id: 'Conversation' });
export type Conversation = z.infer<typeof conversation>;

/** What a recipient set for a conversation, for the own devices. */
export const conversationState = conversation
  .pick({ pinnedAt: true, archivedAt: true, mutedUntil: true })
  .extend({ channelId: id })
  .meta({ id: 'ConversationState' });
export type ConversationState = z.infer<typeof conversationState>;

const tag = 'conversations';
const channelParams = z.object({ channelId: id });
const recipientParams = channelParams.extend({ userId: id });
const others = z
  .array(id)
  .min(1)
  .max(limits.groupRecipients - 1)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'must name each once' });

export const listConversations = route({
  method: 'GET',
  path: '/users/me/channels',
  tag,
  summary: 'The DMs and groups of the caller: pinned ones first, then by the last activity; with `archived` those in the archive',
  query: z.object({ archived: z.enum(['true', 'false']).optional(), cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ conversations: z.array(conversation), nextCursor: z.string().nullable() }),
});

export const openConversation = route({
  method: 'POST',
  path: '/users/me/channels',
  tag,
  summary: 'The DM with somebody, made if there is none yet; or a new group with friends',
  body: z
    .union([z.object({ userId: id }), z.object({ userIds: others, name: nameText(1, limits.channelName).optional() })])
    .meta({ id: 'OpenConversation' }),
  response: conversation,
  errors: ['NOT_FOUND', 'NOT_ACCEPTED'],
});

export const getConversation = route({
  method: 'GET',
  path: '/users/me/channels/:channelId',
  tag,
  summary: 'One DM or group of the caller',
  params: channelParams,
  response: conversation,
  errors: ['NOT_FOUND'],
});

export const updateConversation = route({
  method: 'PATCH',
  path: '/users/me/channels/:channelId',
  tag,
  summary: 'Pin, archive or mute a conversation for oneself; the other devices follow',
  params: channelParams,
  body: z
    .object({ pinned: z.boolean().optional(), archived: z.boolean().optional(), mutedUntil: givenTimestamp.nullish() })
    .meta({ id: 'UpdateConversation' }),
  response: conversationState,
  errors: ['NOT_FOUND', 'LIMIT_REACHED'],
});

export const addRecipient = route({
  method: 'PUT',
  path: '/channels/:channelId/recipients/:userId',
  tag,
  summary: 'Take a friend into a group',
  params: recipientParams,
  response: noContent,
  errors: ['NOT_FOUND', 'NOT_ACCEPTED', 'LIMIT_REACHED'],
});

export const removeRecipient = route({
  method: 'DELETE',
  path: '/channels/:channelId/recipients/:userId',
  tag,
  summary: 'Leave a group with the own id, or remove somebody from an own one. The owner who leaves hands it to whoever is in it longest',
  params: recipientParams,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const conversationRoutes = {
  listConversations,
  openConversation,
  getConversation,
  updateConversation,
  addRecipient,
  removeRecipient,
};
