import type { ForwardResult, Message } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '@/api';
import { useOpenConversation } from '@/features/conversations';
import type { Target } from './use-targets';

export interface Forwarded extends ForwardResult {
  target: Target;
  serverId: string | null;
}

interface Forwarding {
  targets: readonly Target[];
  comment: string;
}

/** Hands a message on. What is tried again goes nowhere twice. */
export function useForward({ id: messageId }: Message) {
  const [nonce] = useState(() => crypto.randomUUID());
  const open = useOpenConversation();
  return useMutation({
    mutationFn: async ({ targets, comment }: Forwarding): Promise<Forwarded[]> => {
      const places = await Promise.all(
        targets.map(async (target) => ({
          target,
          channel: target.channel ?? (await open.mutateAsync({ userId: target.userId ?? '' })).channel,
        })),
      );
      const body = { channelIds: places.map(({ channel }) => channel.id), nonce, ...(comment !== '' && { content: comment }) };
      const { results } = await call('forwardMessage', { params: { messageId }, body });
      return results.flatMap((result) => {
        const place = places.find(({ channel }) => channel.id === result.channelId);
        return place ? [{ ...result, target: place.target, serverId: place.channel.serverId }] : [];
      });
    },
  });
}
