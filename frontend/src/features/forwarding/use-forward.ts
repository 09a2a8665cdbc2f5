import type { ForwardResult, Message } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '@/api';
import { useOpenConversation } from '@/features/conversations';
import { useExpressions } from '@/features/expressions';
import { toContent } from '@/features/messages';
import { requestsFor } from './comments';
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
  // So that emoji of servers are known when a comment names them.
  useExpressions();
  return useMutation({
    mutationFn: async ({ targets, comment }: Forwarding): Promise<Forwarded[]> => {
      const places = await Promise.all(
        targets.map(async (target) => ({
          target,
          channel: target.channel ?? (await open.mutateAsync({ userId: target.userId ?? '' })).channel,
        })),
      );
      const channelIds = places.map(({ channel }) => channel.id);
      const requests = requestsFor(channelIds, comment, toContent);
      const answers = await Promise.all(
        requests.map((body) => call('forwardMessage', { params: { messageId }, body: { ...body, nonce } })),
      );
      const results = answers.flatMap((answer) => answer.results);
      return results.flatMap((result) => {
        const place = places.find(({ channel }) => channel.id === result.channelId);
        return place ? [{ ...result, target: place.target, serverId: place.channel.serverId }] : [];
      });
    },
  });
}
