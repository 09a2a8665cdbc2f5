import { useMutation } from '@tanstack/react-query';
import { call, queryClient } from '@/api';
import { followedKey, followersKey } from './queries';

/** What it changes comes by event. */
export const usePublishMessage = () =>
  useMutation({ mutationFn: ({ messageId }: { messageId: string }) => call('publishMessage', { params: { messageId } }) });

export const useFollowChannel = () =>
  useMutation({
    mutationFn: ({ channelId, targetId }: { channelId: string; targetId: string }) =>
      call('followChannel', { params: { channelId }, body: { targetId } }),
  });

export const useUnfollowChannel = () =>
  useMutation({
    mutationFn: ({ channelId, targetId }: { channelId: string; targetId: string }) =>
      call('unfollowChannel', { params: { sourceId: channelId, targetId } }),
    onSuccess: (_nothing, { channelId, targetId }) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: followersKey(channelId) }),
        queryClient.invalidateQueries({ queryKey: followedKey(targetId) }),
      ]),
  });
