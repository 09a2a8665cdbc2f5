import { queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { membersKey, servers } from '../cache';
import { refreshFaces, removeRoleFromFaces } from '../faces';
import { updateMembers } from '../member-pages';
import {
  applyRole,
  applyRoleDeleted,
  applyRoleOrder,
  auditLogKey,
  explanationKey,
  removeRoleFromMembers,
  roleMembersKey,
  rolesKey,
} from './cache';

/** What only the server can tell: it is asked again where it is on screen. */
function refreshRoles(serverId: string): void {
  void queryClient.invalidateQueries({ queryKey: rolesKey(serverId) });
  void queryClient.invalidateQueries({ queryKey: explanationKey(serverId) });
}

/** Whoever comes, goes or changes may have roles. */
export function refreshRoleMembers(serverId: string): void {
  refreshRoles(serverId);
  void queryClient.invalidateQueries({ queryKey: ['role-members', serverId] });
}

/** Any of them may have got a role. */
function refreshMembers(serverId: string): void {
  void queryClient.invalidateQueries({ queryKey: membersKey(serverId) });
  refreshFaces(serverId);
  refreshRoleMembers(serverId);
}

export function forgetRoles(serverId: string): void {
  for (const queryKey of [rolesKey(serverId), ['role-members', serverId], auditLogKey(serverId), explanationKey(serverId)])
    queryClient.removeQueries({ queryKey });
}

export const rolesEvents = {
  'role:create': ({ serverId, role, assigned }) => {
    servers.update((held) => applyRole(held, serverId, role));
    refreshRoles(serverId);
    if (assigned) refreshMembers(serverId);
  },
  'role:update': ({ serverId, role }) => {
    servers.update((held) => applyRole(held, serverId, role));
    refreshRoles(serverId);
  },
  'role:delete': ({ serverId, roleId }) => {
    servers.update((held) => applyRoleDeleted(held, serverId, roleId));
    updateMembers(serverId, (pages) => removeRoleFromMembers(pages, roleId));
    removeRoleFromFaces(serverId, roleId);
    queryClient.removeQueries({ queryKey: roleMembersKey(serverId, roleId) });
    refreshRoleMembers(serverId);
  },
  'role:order': ({ serverId, roles }) => {
    servers.update((held) => applyRoleOrder(held, serverId, roles));
    refreshRoles(serverId);
  },
  'channel:update': ({ serverId }) => {
    if (serverId !== null) void queryClient.invalidateQueries({ queryKey: explanationKey(serverId) });
  },
} satisfies Partial<EventHandlers>;
