import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { draftOf, setDraft } from '@/features/drafts';
import { typingSender } from '@/features/presence';
import { realtime } from '@/realtime';
import { conversations, outbox } from './client';
import type { PendingMessage } from './outbox';

/** Shows the message at once, at the newest end; the outbox does the rest. */
export const useSendMessage = (channelId: string): ((content: string) => void) =>
  useCallback(
    (content) => {
      typingSender.stop(true);
      outbox.add(channelId, content);
      // Without network the window stays where it is; the message is sent all the same.
      conversations.jumpToNewest(channelId).catch(() => undefined);
    },
    [channelId],
  );

export const retryMessage = (nonce: string): void => outbox.retry(nonce);
export const discardMessage = (nonce: string): void => outbox.discard(nonce);

/** Takes a message that was refused back to where it was written, before what was written there since. */
export function reviseMessage({ nonce, channelId, content }: PendingMessage): void {
  setDraft(channelId, [content, draftOf(channelId)].filter((text) => text !== '').join('\n'));
  outbox.discard(nonce);
}

export const useEditMessage = () =>
  useMutation({
    mutationFn: (change: { messageId: string; content: string }) => realtime.emit('message:edit', change),
    onSuccess: (message) => conversations.acknowledge(message),
  });

export const useDeleteMessage = () =>
  useMutation({
    mutationFn: (target: { messageId: string; reason?: string }) => realtime.emit('message:delete', target),
    onSuccess: (message) => conversations.acknowledge(message),
  });
