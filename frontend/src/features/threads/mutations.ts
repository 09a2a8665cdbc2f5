import type { Request, createThread } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '@/api';
import { holdChannel } from '@/features/channels';
import { toContent } from '@/features/messages';

type Beginning = Omit<Request<typeof createThread>['body'], 'nonce'>;

/** Begins a thread or a post. Tried again after a fault, it is still one. */
export function useCreateThread(channelId: string) {
  const [nonce] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (body: Beginning) =>
      call('createThread', {
        params: { channelId },
        body: {
          ...body,
          ...(body.content !== undefined && { content: toContent(channelId, body.content) }),
          ...((body.content !== undefined || body.attachmentIds !== undefined) && { nonce }),
        },
      }),
    onSuccess: holdChannel,
  });
}

/** What it changes comes by event. */
export const useJoinThread = () =>
  useMutation({ mutationFn: ({ channelId }: { channelId: string }) => call('joinThread', { params: { channelId } }) });
