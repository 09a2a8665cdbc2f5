import * as z from 'zod';
import { channel } from './channels.js';
import { cursor, id, idList, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { permissionsString } from './permission-overwrites.js';
import { verificationLevels } from './permissions.js';
import { noContent, route } from './route.js';
import { longText, nameText } from './text.js';
import { userSummary } from './users.js';

export const role = z
  .object({
    id,
    name: z.string(),
    color: z.number().int().nullable(),
    hoist: z.boolean(),
    mentionable: z.boolean(),
    position: z.number().int(),
    permissions: permissionsString,
  })
  .meta({
    id: 'Role',
    description: "The @everyone role has the server's id and position 0",
  });
export type Role = z.infer<typeof role>;

export const member = z
  .object({
    serverId: id,
    user: userSummary,
    nickname: z.string().nullable(),
    roleIds: z.array(id),
    joinedAt: timestamp,
    timeoutUntil: timestamp.nullable(),
    pending: z.boolean(),
  })
  .meta({ id: 'Member', description: '`pending`: has not accepted the rules yet' });
export type Member = z.infer<typeof member>;

export const verificationLevel = z.enum(verificationLevels);

/** A server without what depends on its reader. */
export const server = z
  .object({
    id,
    name: z.string(),
    icon: z.string().nullable(),
    banner: z.string().nullable(),
    ownerId: id,
    memberCount: z.number().int(),
    description: z.string(),
    verificationLevel,
    roles: z.array(role),
    createdAt: timestamp,
  })
  .meta({ id: 'Server', description: '`icon` and `banner` as `avatar` and `banner` of people' });
export type Server = z.infer<typeof server>;

/** A server as one member holds it: with the channels that they may see and their own membership. */
export const joinedServer = server.extend({ channels: z.array(channel), me: member }).meta({ id: 'JoinedServer' });
export type JoinedServer = z.infer<typeof joinedServer>;

export const invite = z
  .object({
    code: z.string(),
    serverId: id,
    channelId: id.nullable(),
    inviter: userSummary.nullable(),
    uses: z.number().int(),
    maxUses: z.number().int().nullable(),
    expiresAt: timestamp.nullable(),
    createdAt: timestamp,
  })
  .meta({
    id: 'Invite',
    description: 'Null `maxUses` or `expiresAt`: unlimited',
  });
export type Invite = z.infer<typeof invite>;

/** What anybody who holds the code may know before joining. */
export const invitePreview = z
  .object({
    code: z.string(),
    server: z.object({
      id,
      name: z.string(),
      icon: z.string().nullable(),
      memberCount: z.number().int(),
    }),
    channel: z.object({ id, name: z.string() }).nullable(),
    inviter: userSummary.nullable(),
    expiresAt: timestamp.nullable(),
  })
  .meta({ id: 'InvitePreview' });
export type InvitePreview = z.infer<typeof invitePreview>;

const tag = 'servers';
const serverParams = z.object({ serverId: id });
export const inviteParams = z.object({ code: z.string().min(1).max(64) });
const serverName = nameText(1, limits.serverName);

export const listServers = route({
  method: 'GET',
  path: '/servers',
  tag,
  summary: 'The servers that the caller is a member of',
  response: z.object({ servers: z.array(joinedServer) }),
});

export const createServer = route({
  method: 'POST',
  path: '/servers',
  tag,
  summary: 'Make a server with a text channel `general`',
  body: z.object({ name: serverName }).meta({ id: 'CreateServer' }),
  response: joinedServer,
  errors: ['LIMIT_REACHED'],
});

export const getServer = route({
  method: 'GET',
  path: '/servers/:serverId',
  tag,
  summary: 'One server',
  params: serverParams,
  response: joinedServer,
  errors: ['NOT_FOUND'],
});

export const updateServer = route({
  method: 'PATCH',
  path: '/servers/:serverId',
  tag,
  summary: 'Rename or describe a server, and say whom it lets in',
  params: serverParams,
  body: z
    .object({
      name: serverName.optional(),
      description: longText(0, limits.serverDescription).optional(),
      verificationLevel: verificationLevel.optional(),
      rules: z.array(longText(1, limits.rule)).max(limits.rulesPerServer).optional(),
      minAccountAge: z.number().int().min(0).max(limits.minAccountAgeSeconds).optional(),
    })
    .meta({ id: 'UpdateServer', description: '`rules` and `minAccountAge` (seconds) are read with the screening' }),
  response: server,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const deleteServer = route({
  method: 'DELETE',
  path: '/servers/:serverId',
  tag,
  summary: 'Delete an own server with all that is in it; a `name` that is given must be that of the server',
  params: serverParams,
  query: z.object({
    name: z
      .string()
      .max(limits.serverName * 2)
      .optional(),
  }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listMembers = route({
  method: 'GET',
  path: '/servers/:serverId/members',
  tag,
  summary:
    'Members in the order in which they joined; with `query` one page of those whose name begins with it, by name, and who have the role `roleId` if it is given; with `userIds` (up to 100, separated by commas) those of them who are in',
  params: serverParams,
  query: z.object({
    query: nameText(1, limits.displayName).optional(),
    roleId: id.optional(),
    userIds: idList(100).optional(),
    cursor: cursor.optional(),
    limit: pageLimit,
  }),
  response: z.object({
    members: z.array(member),
    nextCursor: z.string().nullable(),
  }),
  errors: ['NOT_FOUND'],
});

export const leaveServer = route({
  method: 'DELETE',
  path: '/servers/:serverId/members/me',
  tag,
  summary: 'Leave a server; its owner cannot',
  params: serverParams,
  response: noContent,
  errors: ['NOT_FOUND', 'OWNER_CANNOT_LEAVE'],
});

export const createInvite = route({
  method: 'POST',
  path: '/servers/:serverId/invites',
  tag,
  summary: 'Make an invite; without `maxUses` or `expiresIn` (seconds) it is unlimited',
  params: serverParams,
  body: z
    .object({
      maxUses: z.number().int().min(1).max(limits.inviteMaxUses).nullish(),
      expiresIn: z.number().int().min(1).max(limits.inviteMaxSeconds).nullish(),
      channelId: id.nullish(),
    })
    .meta({ id: 'CreateInvite' }),
  response: invite,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const listInvites = route({
  method: 'GET',
  path: '/servers/:serverId/invites',
  tag,
  summary:
    'The invites of a server that still work, the newest first: all, or those of `inviterId`; needs MANAGE_SERVER but for the own ones',
  params: serverParams,
  query: z.object({ inviterId: id.optional(), cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({
    invites: z.array(invite),
    nextCursor: z.string().nullable(),
  }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const getInvite = route({
  method: 'GET',
  path: '/invites/:code',
  tag,
  summary: 'Where an invite leads; signed in or not',
  auth: 'optional',
  params: inviteParams,
  response: invitePreview,
  errors: ['INVITE_INVALID', 'BANNED'],
});

export const revokeInvite = route({
  method: 'DELETE',
  path: '/invites/:code',
  tag,
  summary: 'Revoke an invite: an own one, or any with MANAGE_SERVER',
  params: inviteParams,
  response: noContent,
  errors: ['INVITE_INVALID', 'MISSING_PERMISSION'],
});

export const joinServer = route({
  method: 'POST',
  path: '/invites/:code/join',
  tag,
  summary: 'Join by invite; a member already gets the server and uses nothing up',
  params: inviteParams,
  response: joinedServer,
  status: 200,
  errors: ['INVITE_INVALID', 'LIMIT_REACHED', 'BANNED', 'ACCOUNT_TOO_NEW', 'INVITES_PAUSED'],
});

export const serverRoutes = {
  listServers,
  createServer,
  getServer,
  updateServer,
  deleteServer,
  listMembers,
  leaveServer,
  createInvite,
  listInvites,
  getInvite,
  revokeInvite,
  joinServer,
};
