/**
 * Communities: servers, members, invites, and what the signed-in user may do in them.
 *
 * - `useServers()`: those that the user is in, by the time of joining; empty before the connection is ready. `useServer(id)`: one of them;
 *   `useServerOfChannel(channelId)` likewise. Each carries `roles` and `me` (the own membership); channels are in the feature `channels`.
 * - `useMembers(serverId)`, `useInvites(serverId, inviterId?)`: the list so far, `loadMore` for the next page. `useInvitePreview(code, reader)`: where an
 *   invite leads, also for somebody who is not signed in; idle while it is not known who looks.
 * - `useShownName(serverId, user)`: nickname and colour in a server, `useShownNames` the names of several, `nameColor(roles, roleIds)` for a member who is at hand.
 * - `useCan(serverId, permission, channelId?)`: whether an action will be allowed; false while unknown. `usePermissions` answers with all
 *   bits, `standingIn(server)` tells which roles and members the user stands above, `useSections(server)` what settings there are for them,
 *   `useIsOpen(channel)` whether every member sees a channel, `useRestriction(server)` why the user may only read for now.
 * - Roles: `useServer(id).roles` for showing, `useRoles(serverId)` with how many have each, `useRoleMembers(serverId, roleId)`;
 *   `useAuditLog(serverId, filter)`, the newest first, `useAuditLogActors(serverId, name)` those it tells of; `usePermissionExplanation(serverId, userId, channelId?)`: why somebody may or may not;
 *   `useOverwritesPreview(channelId, overwrites)`: who would gain or lose what, idle while `overwrites` is null.
 * - Mutations of roles take `reason` for the audit log where they take an object. `useOrderRoles` takes every role but @everyone at its new
 *   place and moves it at once. What mutations of overwrites and of members' roles change comes by event.
 * - Mutations: `useCreateServer` and `useJoinServer` answer with the server (its `channels` too, to open the first one); the others answer
 *   nothing or what was made. `useJoinServer` and `useRevokeInvite` take a code, `useLeaveServer` a server id.
 */
export { type HeldServer, servers } from './cache';
export { serversEvents } from './events';
export {
  useCreateInvite,
  useCreateServer,
  useDeleteServer,
  useJoinServer,
  useLeaveServer,
  useRevokeInvite,
  useUpdateServer,
} from './mutations';
export { nameColor } from './name-color';
export { type PagedList, pagedList } from './paged-list';
export {
  permissionsIn,
  permissionsOfMember,
  standingIn,
  useCan,
  useChannelPermissions,
  useIsOpen,
  usePermissions,
  wouldLose,
} from './permissions';
export {
  useAddMemberRole,
  useCreateRole,
  useDeleteRole,
  useOrderRoles,
  useRemoveMemberRole,
  useReplaceOverwrites,
  useSyncOverwrites,
  useUpdateRole,
} from './roles/mutations';
export { useAuditLog, useAuditLogActors, useOverwritesPreview, usePermissionExplanation, useRoleMembers, useRoles } from './roles/queries';
export { useIsRestricted, useRestriction } from './restriction';
export { type SectionId, useSections } from './sections';
export {
  type ShownName,
  useInvitePreview,
  useInvites,
  useMembers,
  useServer,
  useServerOfChannel,
  useServers,
  useShownName,
  useShownNames,
} from './queries';
