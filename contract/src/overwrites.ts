import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { channel } from './channels.js';
import { id } from './ids.js';
import { limits } from './limits.js';
import { reasonKinds, restrictions } from './permission-explanation.js';
import { eitherWay, isEitherWay, overwriteFields, overwritesInput, permissionOverwrite } from './permission-overwrites.js';
import { permissionNames } from './permissions.js';
import { noContent, route } from './route.js';
import { userSummary } from './users.js';

const permissionName = z
  .enum(permissionNames as [(typeof permissionNames)[number], ...typeof permissionNames])
  .meta({ id: 'PermissionName' });

export const explanation = z
  .object({
    permissions: z.array(
      z.object({
        permission: permissionName,
        allowed: z.boolean(),
        because: z.object({
          kind: z.enum(reasonKinds),
          sources: z.array(z.object({ type: z.enum(['ROLE', 'MEMBER']), id, name: z.string() })),
          restriction: z.enum(restrictions).nullable(),
        }),
      }),
    ),
  })
  .meta({
    id: 'PermissionExplanation',
    description: 'For each permission whether it is allowed, and which roles, members or overwrites for them decide that',
  });
export type Explanation = z.infer<typeof explanation>;

const affected = z.object({ count: z.number().int(), members: z.array(userSummary).max(limits.previewMembers) });

export const overwritesPreview = z
  .object({ permissions: z.array(z.object({ permission: permissionName, gains: affected, loses: affected })) })
  .meta({
    id: 'OverwritesPreview',
    description: `Each permission that somebody would gain or lose, with how many and the first ${limits.previewMembers} of them`,
  });
export type OverwritesPreview = z.infer<typeof overwritesPreview>;

const tag = 'channels';
const channelParams = z.object({ channelId: id });
const targetParams = z.object({ channelId: id, targetId: id });
const withReason = z.object({ reason: auditReason.optional() });

export const setOverwrite = route({
  method: 'PUT',
  path: '/channels/:channelId/overwrites/:targetId',
  tag,
  summary: 'Set what a role or member is allowed and denied in a channel',
  params: targetParams,
  body: overwriteFields.omit({ targetId: true }).extend(withReason.shape).refine(isEitherWay, eitherWay).meta({ id: 'SetOverwrite' }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const deleteOverwrite = route({
  method: 'DELETE',
  path: '/channels/:channelId/overwrites/:targetId',
  tag,
  summary: 'Let a channel say nothing more about a role or member',
  params: targetParams,
  query: withReason,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const replaceOverwrites = route({
  method: 'PUT',
  path: '/channels/:channelId/overwrites',
  tag,
  summary: 'Set all overwrites of a channel at once; the channels in sync with a category follow',
  params: channelParams,
  bodyBytes: limits.listsBytes,
  body: z
    .object({
      overwrites: overwritesInput,
      /** What they were when whoever changes them looked: CONFLICT where somebody else changed them since. */
      before: z.array(permissionOverwrite).max(limits.overwritesPerChannel).optional(),
      ...withReason.shape,
    })
    .meta({ id: 'ReplaceOverwrites' }),
  response: channel,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const syncOverwrites = route({
  method: 'POST',
  path: '/channels/:channelId/overwrites/sync',
  tag,
  summary: 'Take the overwrites of the category',
  params: channelParams,
  query: withReason,
  response: channel,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const previewOverwrites = route({
  method: 'POST',
  path: '/channels/:channelId/overwrites/preview',
  tag,
  summary: 'Who would gain or lose what in a channel with these overwrites; timeouts and the like left aside',
  params: channelParams,
  bodyBytes: limits.listsBytes,
  body: z.object({ overwrites: overwritesInput }).meta({ id: 'PreviewOverwrites' }),
  response: overwritesPreview,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const explainChannelPermissions = route({
  method: 'GET',
  path: '/channels/:channelId/permissions/:userId',
  tag,
  summary: 'Why a member may or may not do each thing in a channel; about others with MANAGE_ROLES',
  params: z.object({ channelId: id, userId: id }),
  response: explanation,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const overwriteRoutes = {
  setOverwrite,
  deleteOverwrite,
  replaceOverwrites,
  syncOverwrites,
  previewOverwrites,
  explainChannelPermissions,
};
