import type { Request, setForumTags } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { holdChannel } from '@/features/channels';

export type TagInput = Request<typeof setForumTags>['body']['tags'][number];

export const useSetForumTags = (channelId: string) =>
  useMutation({
    mutationFn: (tags: TagInput[]) => call('setForumTags', { params: { channelId }, body: { tags } }),
    onSuccess: holdChannel,
  });
