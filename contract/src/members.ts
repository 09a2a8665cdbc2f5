import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { cursor, givenTimestamp, id, idList, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { member, server } from './servers.js';
import { nameText } from './text.js';
import { userSummary } from './users.js';

export const nickname = nameText(1, limits.nickname).nullable();

/** One time that somebody came into a server. */
export const join = z
  .object({
    id,
    user: userSummary,
    inviter: userSummary.nullable(),
    inviteCode: z.string().nullable(),
    joinedAt: timestamp,
    isMember: z.boolean(),
  })
  .meta({ id: 'Join', description: '`isMember`: whether they are in the server now. Without `inviteCode`: the server was made by them' });
export type Join = z.infer<typeof join>;

export const origin = z
  .object({ userId: id, inviter: userSummary.nullable(), inviteCode: z.string().nullable() })
  .meta({ id: 'Origin', description: 'By whose invite a member came the last time. Without `inviteCode`: the server was made by them' });
export type Origin = z.infer<typeof origin>;

const tag = 'members';
const serverParams = z.object({ serverId: id });
const memberParams = z.object({ serverId: id, userId: id });

export const getMember = route({
  method: 'GET',
  path: '/servers/:serverId/members/:userId',
  tag,
  summary: 'One member',
  params: memberParams,
  response: member,
  errors: ['NOT_FOUND'],
});

export const updateOwnMember = route({
  method: 'PATCH',
  path: '/servers/:serverId/members/me',
  tag,
  summary: 'Change the own nickname; needs CHANGE_NICKNAME',
  params: serverParams,
  body: z.object({ nickname: nickname.optional() }).meta({ id: 'UpdateOwnMember' }),
  response: member,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const updateMember = route({
  method: 'PATCH',
  path: '/servers/:serverId/members/:userId',
  tag,
  summary: `Rename a lower member (MANAGE_NICKNAMES) or let them only read for up to ${limits.timeoutDays} days (TIMEOUT_MEMBERS)`,
  params: memberParams,
  body: z
    .object({
      nickname: nickname.optional(),
      timeoutUntil: givenTimestamp.nullish(),
      reason: auditReason.optional(),
    })
    .meta({ id: 'UpdateMember', description: 'A null `timeoutUntil` ends the timeout' }),
  response: member,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const kickMember = route({
  method: 'DELETE',
  path: '/servers/:serverId/members/:userId',
  tag,
  summary: 'Remove a lower member, who may come back by invite; needs KICK_MEMBERS',
  params: memberParams,
  query: z.object({ reason: auditReason.optional() }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const transferServer = route({
  method: 'POST',
  path: '/servers/:serverId/owner',
  tag,
  summary: 'Hand an own server over to another member, with the own password',
  params: serverParams,
  body: z.object({ userId: id, password: z.string().min(1).max(limits.password.max) }).meta({ id: 'TransferServer' }),
  response: server,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'PASSWORD_WRONG', 'CONFLICT'],
});

export const listJoins = route({
  method: 'GET',
  path: '/servers/:serverId/joins',
  tag,
  summary: 'Who came when and by whose invite, the newest first, also those who are gone; needs KICK_MEMBERS',
  params: serverParams,
  query: z.object({ inviterId: id.optional(), cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ joins: z.array(join), nextCursor: z.string().nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listOrigins = route({
  method: 'GET',
  path: '/servers/:serverId/origins',
  tag,
  summary: 'By whose invite each of these members came (up to 100 ids, separated by commas); needs KICK_MEMBERS',
  params: serverParams,
  query: z.object({ userIds: idList(100) }),
  response: z.object({ origins: z.array(origin) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listFormerMembers = route({
  method: 'GET',
  path: '/servers/:serverId/former-members',
  tag,
  summary: 'Those who were in a server and are gone whose user name or display name begins so, the first by name; needs KICK_MEMBERS',
  params: serverParams,
  query: z.object({ query: nameText(1, limits.displayName), limit: pageLimit }),
  response: z.object({ users: z.array(userSummary) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const memberRoutes = {
  getMember,
  updateOwnMember,
  updateMember,
  kickMember,
  transferServer,
  listJoins,
  listFormerMembers,
  listOrigins,
};
