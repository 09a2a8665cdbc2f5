import { quoteOf } from '@hearth/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '@/api';
import { setDraftReply, useDraftReply, useHasDraft } from '@/features/drafts';
import { me } from '@/features/users';
import { heldConversation } from './client';
import { type Reply, useReplyStore } from './reply-store';

/** What is being answered in a channel: begun here, or on another device with what is written there. */
export function useReply(channelId: string): Reply | null {
  const here = useReplyStore((replies) => replies[channelId]);
  const kept = useDraftReply(channelId);
  const elsewhere = useQuoted(channelId, here === undefined ? kept : null);
  const reply = here === undefined ? elsewhere : here;
  const hasDraft = useHasDraft(channelId);
  useEffect(() => {
    if (here !== undefined && hasDraft) setDraftReply(channelId, here?.to.id ?? null);
  }, [here, hasDraft, channelId]);
  return reply;
}

/** What is gone by now is answered no more. */
function useQuoted(channelId: string, messageId: string | null): Reply | null {
  const { data } = useQuery({
    queryKey: ['quoted', messageId],
    queryFn: async () => quoteOf(await call('getMessage', { params: { messageId: messageId ?? '' } })),
    enabled: messageId !== null,
    initialData: () => {
      const held = heldConversation(channelId)?.messages.find(({ id }) => id === messageId);
      return held && quoteOf(held);
    },
    retry: false,
  });
  if (messageId === null || !data || data.deletedAt !== null) return null;
  return { to: data, mention: data.author.id !== me.get()?.id };
}
