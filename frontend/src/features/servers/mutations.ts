import type { JoinedServer, Request, createInvite, updateServer } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call, queryClient } from '@/api';
import { dropChannels, joinServerChannels } from '@/features/channels';
import { type HeldServer, applyServerCreated, applyServerUpdated, invitesKey, removeServer, servers } from './cache';

/** Before the event about it comes, so that the new server can be opened at once. */
function enter(server: JoinedServer): void {
  joinServerChannels(server.id, server.channels);
  servers.update((held) => applyServerCreated(held, server));
}

function leave(serverId: string): void {
  servers.update((held) => removeServer(held, serverId));
  dropChannels(serverId);
}

const reloadInvites = (serverId: string) => queryClient.invalidateQueries({ queryKey: invitesKey(serverId) });

export const useCreateServer = () =>
  useMutation({ mutationFn: (body: { name: string }) => call('createServer', { body }), onSuccess: enter });

/** Takes the code of an invite. */
export const useJoinServer = () =>
  useMutation({ mutationFn: (code: string) => call('joinServer', { params: { code } }), onSuccess: enter });

export const useUpdateServer = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof updateServer>['body']) => call('updateServer', { params: { serverId }, body }),
    onSuccess: (server) => servers.update((held) => applyServerUpdated(held, server)),
  });

/** With the name as the person typed it: one that was changed meanwhile is not deleted. */
export const useDeleteServer = () =>
  useMutation({
    mutationFn: ({ id, name }: Pick<HeldServer, 'id' | 'name'>) => call('deleteServer', { params: { serverId: id }, query: { name } }),
    onSuccess: (_nothing, { id }) => leave(id),
  });

export const useLeaveServer = () =>
  useMutation({
    mutationFn: (serverId: string) => call('leaveServer', { params: { serverId } }),
    onSuccess: (_nothing, serverId) => leave(serverId),
  });

export const useCreateInvite = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof createInvite>['body']) => call('createInvite', { params: { serverId }, body }),
    onSuccess: () => void reloadInvites(serverId),
  });

/** Takes the code. */
export const useRevokeInvite = (serverId: string) =>
  useMutation({
    mutationFn: (code: string) => call('revokeInvite', { params: { code } }),
    onSuccess: () => reloadInvites(serverId),
  });
