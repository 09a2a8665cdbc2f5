import type { Channel, Request, createRole, orderRoles, replaceOverwrites, updateRole } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { servers } from '../cache';
import { applyRole, applyRoleDeleted, applyRoleOrder } from './cache';

export type OverwriteInput = Channel['overwrites'][number];

type Places = Request<typeof orderRoles>['body']['roles'];
type Reason = { reason?: string | undefined };

export const useCreateRole = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof createRole>['body']) => call('createRole', { params: { serverId }, body }),
    onSuccess: (role) => servers.update((held) => applyRole(held, serverId, role)),
  });

export const useUpdateRole = (serverId: string) =>
  useMutation({
    mutationFn: ({ roleId, ...body }: { roleId: string } & Request<typeof updateRole>['body']) =>
      call('updateRole', { params: { serverId, roleId }, body }),
    onSuccess: (role) => servers.update((held) => applyRole(held, serverId, role)),
  });

export const useDeleteRole = (serverId: string) =>
  useMutation({
    mutationFn: ({ roleId, reason }: { roleId: string } & Reason) =>
      call('deleteRole', { params: { serverId, roleId }, query: { reason } }),
    onSuccess: (_nothing, { roleId }) => servers.update((held) => applyRoleDeleted(held, serverId, roleId)),
  });

/** Takes every role but @everyone at its new place. Moved at once, and back if the server refuses. */
export const useOrderRoles = (serverId: string) =>
  useMutation({
    scope: { id: `order-roles-${serverId}` },
    mutationFn: (roles: Places) => call('orderRoles', { params: { serverId }, body: { roles } }),
    onMutate: (places) => {
      const before = servers.get().find(({ id }) => id === serverId)?.roles ?? [];
      servers.update((held) => applyRoleOrder(held, serverId, places));
      return before;
    },
    onSuccess: ({ roles }) => servers.update((held) => applyRoleOrder(held, serverId, roles)),
    onError: (_error, _places, before) => servers.update((held) => applyRoleOrder(held, serverId, before ?? [])),
  });

interface MemberRole {
  userId: string;
  roleId: string;
}

export const useAddMemberRole = (serverId: string) =>
  useMutation({
    mutationFn: ({ reason, ...ids }: MemberRole & Reason) => call('addMemberRole', { params: { serverId, ...ids }, query: { reason } }),
  });

export const useRemoveMemberRole = (serverId: string) =>
  useMutation({
    mutationFn: ({ reason, ...ids }: MemberRole & Reason) => call('removeMemberRole', { params: { serverId, ...ids }, query: { reason } }),
  });

export const useReplaceOverwrites = (channelId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof replaceOverwrites>['body']) => call('replaceOverwrites', { params: { channelId }, body }),
  });

export const useSyncOverwrites = (channelId: string) =>
  useMutation({ mutationFn: ({ reason }: Reason) => call('syncOverwrites', { params: { channelId }, query: { reason } }) });
