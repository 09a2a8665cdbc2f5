import { useMutation } from '@tanstack/react-query';
import type { Request, updateMe } from '@hearth/contract';
import { call } from '@/api';
import { me } from './cache';

export const useUpdateMe = () =>
  useMutation({
    mutationFn: (body: Request<typeof updateMe>['body']) => call('updateMe', { body }),
    onSuccess: (user) => me.set(user),
  });
