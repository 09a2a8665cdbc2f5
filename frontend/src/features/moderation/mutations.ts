import type { Request, banMember, createIncident, createReport, previewIncident, updateMember, updateReport } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call, queryClient } from '@/api';
import { incidentsKey, reportsKey, roots } from './cache';

const reload = (...queryKey: readonly string[]) => queryClient.invalidateQueries({ queryKey });

/** With `undefined` left out of what is asked for. */
type Why = { userId: string; reason?: string };

export const useUpdateMember = (serverId: string) =>
  useMutation({
    mutationFn: ({ userId, ...body }: { userId: string } & Request<typeof updateMember>['body']) =>
      call('updateMember', { params: { serverId, userId }, body }),
  });

export const useRenameMyself = (serverId: string) =>
  useMutation({ mutationFn: (nickname: string | null) => call('updateOwnMember', { params: { serverId }, body: { nickname } }) });

export const useKickMember = (serverId: string) =>
  useMutation({ mutationFn: ({ userId, reason }: Why) => call('kickMember', { params: { serverId, userId }, query: { reason } }) });

export const useBanMember = (serverId: string) =>
  useMutation({
    mutationFn: ({ userId, ...body }: { userId: string } & Request<typeof banMember>['body']) =>
      call('banMember', { params: { serverId, userId }, body }),
    onSuccess: () => void reload(roots.bans, serverId),
  });

export const useUnbanMember = (serverId: string) =>
  useMutation({
    mutationFn: ({ userId, reason }: Why) => call('unbanMember', { params: { serverId, userId }, query: { reason } }),
    onSuccess: () => reload(roots.bans, serverId),
  });

export const useTransferServer = (serverId: string) =>
  useMutation({
    mutationFn: (body: { userId: string; password: string }) => call('transferServer', { params: { serverId }, body }),
  });

export const useAcceptRules = (serverId: string) => useMutation({ mutationFn: () => call('acceptRules', { params: { serverId } }) });

export const useBulkDelete = (channelId: string) =>
  useMutation({
    mutationFn: (body: { ids: string[]; reason?: string }) => call('bulkDeleteMessages', { params: { channelId }, body }),
  });

export const useReportSomething = () =>
  useMutation({ mutationFn: (body: Request<typeof createReport>['body']) => call('createReport', { body }) });

export const useDecideReport = (serverId: string) =>
  useMutation({
    mutationFn: ({ reportId, ...body }: { reportId: string } & Request<typeof updateReport>['body']) =>
      call('updateReport', { params: { serverId, reportId }, body }),
    onSuccess: () => reload(...reportsKey(serverId)),
  });

export const usePreviewIncident = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof previewIncident>['body']) => call('previewIncident', { params: { serverId }, body }),
  });

export const useRevertIncident = (serverId: string) =>
  useMutation({
    mutationFn: (body: Request<typeof createIncident>['body']) => call('createIncident', { params: { serverId }, body }),
    onSuccess: () => void reload(...incidentsKey(serverId)),
  });
