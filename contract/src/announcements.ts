import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { noContent, route } from './route.js';
import { userSummary } from './users.js';

/** A channel and its server, as far as somebody in another server may know them. */
const channelElsewhere = z.object({
  channelId: id,
  /** Null for whoever may not see it. */
  channelName: z.string().nullable(),
  serverId: id,
  serverName: z.string(),
});

/** One end of following: the channel that gets copies, or the one that they come from. */
export const follower = channelElsewhere.extend({ creator: userSummary.nullable(), createdAt: timestamp }).meta({ id: 'Follower' });
export type Follower = z.infer<typeof follower>;

const tag = 'announcements';
const channelParams = z.object({ channelId: id });

export const publishMessage = route({
  method: 'POST',
  path: '/messages/:messageId/publish',
  tag,
  summary:
    'Copy an announcement to every follower: an own one, or any with MANAGE_MESSAGES. Later edits and its deletion follow. Nothing leaves a channel that not every member sees',
  params: z.object({ messageId: id }),
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const listFollowers = route({
  method: 'GET',
  path: '/channels/:channelId/followers',
  tag,
  summary: 'The channels that follow an announcement channel; needs MANAGE_CHANNELS',
  params: channelParams,
  query: z.object({ cursor: id.optional(), limit: pageLimit }),
  response: z.object({ followers: z.array(follower), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const followChannel = route({
  method: 'POST',
  path: '/channels/:channelId/followers',
  tag,
  summary: `Let a channel follow an announcement channel; needs MANAGE_WEBHOOKS there, and that every member of its server sees it. One follows at most ${limits.followedChannels}`,
  params: channelParams,
  body: z.object({ targetId: id }).meta({ id: 'FollowChannel' }),
  response: follower,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const unfollowChannel = route({
  method: 'DELETE',
  // Whoever runs the channel that follows need not see the other one, as `channelId` would ask.
  path: '/channels/:sourceId/followers/:targetId',
  tag,
  summary: 'End following; needs MANAGE_CHANNELS in the announcement channel or MANAGE_WEBHOOKS in the other. Copies stay',
  params: z.object({ sourceId: id, targetId: id }),
  query: z.object({ reason: auditReason.optional() }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listFollowed = route({
  method: 'GET',
  path: '/channels/:channelId/following',
  tag,
  summary: 'The announcement channels that a channel follows; needs MANAGE_WEBHOOKS',
  params: channelParams,
  response: z.object({ following: z.array(follower) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const announcementRoutes = { publishMessage, listFollowers, followChannel, unfollowChannel, listFollowed };
