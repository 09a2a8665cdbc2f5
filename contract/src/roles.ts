import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { id, pageLimit } from './ids.js';
import { limits } from './limits.js';
import { explanation } from './overwrites.js';
import { permissionBitsString } from './permission-overwrites.js';
import { noContent, route } from './route.js';
import { member, role } from './servers.js';
import { nameText } from './text.js';

/** A role with how many have it; @everyone is everybody's. */
export const roleWithCount = role.extend({ memberCount: z.number().int() }).meta({ id: 'RoleWithCount' });
export type RoleWithCount = z.infer<typeof roleWithCount>;

const roleFields = z.object({
  name: nameText(1, limits.roleName),
  color: z.number().int().min(0).max(0xffffff).nullable(),
  hoist: z.boolean(),
  mentionable: z.boolean(),
  permissions: permissionBitsString,
});

const tag = 'servers';
const serverParams = z.object({ serverId: id });
const roleParams = z.object({ serverId: id, roleId: id });
const memberRoleParams = z.object({ serverId: id, userId: id, roleId: id });
const withReason = z.object({ reason: auditReason.optional() });

export const listRoles = route({
  method: 'GET',
  path: '/servers/:serverId/roles',
  tag,
  summary: 'The roles of a server, the lowest first, with how many members have each',
  params: serverParams,
  response: z.object({ roles: z.array(roleWithCount) }),
  errors: ['NOT_FOUND'],
});

export const createRole = route({
  method: 'POST',
  path: '/servers/:serverId/roles',
  tag,
  summary: 'Make a role just above @everyone',
  params: serverParams,
  body: roleFields.partial().required({ name: true }).extend(withReason.shape).meta({ id: 'CreateRole' }),
  response: role,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED'],
});

export const updateRole = route({
  method: 'PATCH',
  path: '/servers/:serverId/roles/:roleId',
  tag,
  summary: 'Change a role below the own highest; of @everyone only the permissions',
  params: roleParams,
  body: roleFields.partial().extend(withReason.shape).meta({ id: 'UpdateRole' }),
  response: role,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const orderRoles = route({
  method: 'PATCH',
  path: '/servers/:serverId/roles',
  tag,
  summary: 'Put roles at positions, counted from 1 for the lowest; the others keep their order around them',
  params: serverParams,
  body: z
    .object({
      roles: z
        .array(z.object({ id, position: z.number().int().min(1).max(limits.rolesPerServer) }))
        .min(1)
        .max(limits.rolesPerServer),
      ...withReason.shape,
    })
    .meta({ id: 'OrderRoles' }),
  response: z.object({ roles: z.array(role) }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const deleteRole = route({
  method: 'DELETE',
  path: '/servers/:serverId/roles/:roleId',
  tag,
  summary: 'Delete a role with its overwrites; who had it keeps the others',
  params: roleParams,
  query: withReason,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listRoleMembers = route({
  method: 'GET',
  path: '/servers/:serverId/roles/:roleId/members',
  tag,
  summary: 'Who has a role, the oldest account first; `cursor` is the `nextCursor` of the page before',
  params: roleParams,
  query: z.object({ cursor: id.optional(), limit: pageLimit }),
  response: z.object({ members: z.array(member), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND'],
});

export const addMemberRole = route({
  method: 'PUT',
  path: '/servers/:serverId/members/:userId/roles/:roleId',
  tag,
  summary: 'Give somebody lower, or oneself, a role below the own highest one that allows nothing beyond what the caller may do',
  params: memberRoleParams,
  query: withReason,
  response: member,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const removeMemberRole = route({
  method: 'DELETE',
  path: '/servers/:serverId/members/:userId/roles/:roleId',
  tag,
  summary: 'Take a role below the own highest one from somebody lower, or from oneself',
  params: memberRoleParams,
  query: withReason,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const explainServerPermissions = route({
  method: 'GET',
  path: '/servers/:serverId/members/:userId/permissions',
  tag,
  summary: 'Why a member may or may not do each thing in a server; about others with MANAGE_ROLES',
  params: z.object({ serverId: id, userId: id }),
  response: explanation,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const roleRoutes = {
  listRoles,
  createRole,
  updateRole,
  orderRoles,
  deleteRole,
  listRoleMembers,
  addMemberRole,
  removeMemberRole,
  explainServerPermissions,
};
