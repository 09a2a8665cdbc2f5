import type { deleteMe, login, register, Request, Session } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call, queryClient } from '@/api';
import { sessionFlow } from './client';
import { sessionsKey } from './queries';

export const useLogin = () =>
  useMutation({
    mutationFn: (body: Request<typeof login>['body']) => call('login', { body }),
    onSuccess: (signedIn) => sessionFlow.enter(signedIn),
  });

export const useRegister = () =>
  useMutation({
    mutationFn: (body: Request<typeof register>['body']) => call('register', { body }),
    onSuccess: (signedIn) => sessionFlow.enter(signedIn),
  });

export const useLogout = () => useMutation({ mutationFn: () => sessionFlow.signOut() });

export const useDeleteAccount = () =>
  useMutation({
    mutationFn: (body: Request<typeof deleteMe>['body']) => sessionFlow.deleteAccount(() => call('deleteMe', { body })),
  });

export const useRevokeSession = () =>
  useMutation({
    mutationFn: (sessionId: string) => call('revokeSession', { params: { sessionId } }),
    onSuccess: (_nothing, sessionId) =>
      queryClient.setQueryData<Session[]>(sessionsKey, (sessions) => sessions?.filter(({ id }) => id !== sessionId)),
  });
