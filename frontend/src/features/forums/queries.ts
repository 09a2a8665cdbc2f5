import type { Message } from '@hearth/contract';
import { useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { openingKey } from '@/features/threads';

/** How long, in milliseconds, what is on no screen is kept. */
const KEEP = 10 * 60_000;

/** The message that a post begins with: it comes with the list, or is asked for. Null where the user may not read it. */
export function useOpening(postId: string): Message | null | undefined {
  const { data } = useQuery({
    queryKey: openingKey(postId),
    queryFn: async () => {
      const { messages } = await call('listMessages', { params: { channelId: postId }, query: { after: '0', limit: '1' } });
      return messages.find(({ seq }) => seq === 1) ?? null;
    },
    gcTime: KEEP,
  });
  return data;
}
