import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { cursor, id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { nameText } from './text.js';
import { userSummary } from './users.js';

export const ban = z
  .object({
    serverId: id,
    user: userSummary,
    moderator: userSummary.nullable(),
    reason: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Ban' });
export type Ban = z.infer<typeof ban>;

const tag = 'bans';
const banParams = z.object({ serverId: id, userId: id });

export const listBans = route({
  method: 'GET',
  path: '/servers/:serverId/bans',
  tag,
  summary: 'Who is banned, the newest first, or those whose name begins with `query`; needs BAN_MEMBERS',
  params: z.object({ serverId: id }),
  query: z.object({ query: nameText(1, limits.displayName).optional(), cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ bans: z.array(ban), nextCursor: z.string().nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const banMember = route({
  method: 'PUT',
  path: '/servers/:serverId/bans/:userId',
  tag,
  summary:
    'Ban somebody who is or was in the server, or of whom one may know; needs BAN_MEMBERS. Again: the new reason, and again the deletion',
  params: banParams,
  body: z
    .object({
      reason: auditReason.optional(),
      deleteMessageSeconds: z.number().int().min(0).max(limits.banDeleteSeconds).optional(),
    })
    .meta({
      id: 'BanMember',
      description:
        'The messages of the last `deleteMessageSeconds` are deleted in the background; `moderation:progress` tells how far it is',
    }),
  response: ban,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const unbanMember = route({
  method: 'DELETE',
  path: '/servers/:serverId/bans/:userId',
  tag,
  summary: 'Lift a ban; needs BAN_MEMBERS',
  params: banParams,
  query: z.object({ reason: auditReason.optional() }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const banRoutes = { listBans, banMember, unbanMember };
