/**
 * Communities: servers, members, invites, and what the signed-in user may do in them.
 *
 * - `useServers()`: those that the user is in, by the time of joining; empty before the connection is ready. `useServer(id)`: one of them;
 *   `useServerOfChannel(channelId)` likewise. Each carries `roles` and `me` (the own membership); channels are in the feature `channels`.
 * - `useMembers(serverId)`, `useInvites(serverId)`: the list so far, `loadMore` for the next page. `useInvitePreview(code)`: where an invite
 *   leads, also for somebody who is not signed in; idle while the code is empty.
 * - `useCan(serverId, permission, channelId?)`: whether an action will be allowed; false while unknown.
 * - Mutations: `useCreateServer` and `useJoinServer` answer with the server (its `channels` too, to open the first one); the others answer
 *   nothing or what was made. `useJoinServer` and `useRevokeInvite` take a code, `useDeleteServer` and `useLeaveServer` a server id.
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
export { useCan } from './permissions';
export { useInvitePreview, useInvites, useMembers, useServer, useServerOfChannel, useServers } from './queries';
