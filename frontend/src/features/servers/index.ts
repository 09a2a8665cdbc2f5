import type {
  Invite,
  InvitePreview,
  JoinedServer,
  Member,
  PermissionName,
  Request,
  Server,
  createInvite,
  updateServer,
} from '@hearth/contract';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

/**
 * Communities: servers, members, invites, and what the signed-in user may do in them.
 *
 * - `useServers()`: those that the user is in, by the time of joining; empty before the connection is ready. `useServer(id)`: one of them.
 *   Each carries `roles` and `me` (the own membership); channels are in the feature `channels`.
 * - `useMembers(serverId)`: the member list so far, `loadMore` for the next page.
 * - `useCan(serverId, permission, channelId?)`: whether an action will be allowed; false while unknown.
 * - Mutations: `useCreateServer` and `useJoinServer` answer with the server (its `channels` too, to open the first one); the others answer
 *   nothing or what was made. `useJoinServer` and `useRevokeInvite` take a code.
 */
export type HeldServer = Omit<JoinedServer, 'channels'>;

/** A list that is loaded page by page. */
export interface PagedList<T> {
  items: T[];
  status: 'loading' | 'error' | 'ready';
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

export declare function useServers(): HeldServer[];
export declare function useServer(serverId: string): HeldServer | undefined;
export declare function useMembers(serverId: string): PagedList<Member>;
export declare function useCan(serverId: string, permission: PermissionName, channelId?: string): boolean;
export declare function useInvites(serverId: string): PagedList<Invite>;
export declare function useInvitePreview(code: string): UseQueryResult<InvitePreview>;
export declare function useCreateServer(): UseMutationResult<JoinedServer, Error, { name: string }>;
export declare function useUpdateServer(serverId: string): UseMutationResult<Server, Error, Request<typeof updateServer>['body']>;
export declare function useDeleteServer(): UseMutationResult<void, Error, string>;
export declare function useLeaveServer(): UseMutationResult<void, Error, string>;
export declare function useJoinServer(): UseMutationResult<JoinedServer, Error, string>;
export declare function useCreateInvite(serverId: string): UseMutationResult<Invite, Error, Request<typeof createInvite>['body']>;
export declare function useRevokeInvite(serverId: string): UseMutationResult<void, Error, string>;
