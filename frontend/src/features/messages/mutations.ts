import type { PollInput } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { draftOf, setDraft } from '@/features/drafts';
import { call } from '@/api';
import { typingSender } from '@/features/presence';
import { realtime } from '@/realtime';
import { conversations, outbox } from './client';
import { toContent, toText } from './mention-names';
import type { PendingMessage } from './outbox';
import { endReply, setReply, type Reply } from './reply-store';

/** Shows the message at once, at the newest end; the outbox does the rest. */
export const useSendMessage = (channelId: string): ((content: string, reply?: Reply | null) => void) =>
  useCallback(
    (content, reply) => {
      typingSender.stop(true);
      outbox.add(channelId, toContent(channelId, content), { reply: reply ?? null });
      endReply(channelId);
      // Without network the window stays where it is; the message is sent all the same.
      conversations.jumpToNewest(channelId).catch(() => undefined);
    },
    [channelId],
  );

/** As a message of its own. */
export const useAskPoll = (channelId: string): ((poll: PollInput) => void) =>
  useCallback(
    (poll) => {
      outbox.add(channelId, '', { poll });
      conversations.jumpToNewest(channelId).catch(() => undefined);
    },
    [channelId],
  );

export const retryMessage = (nonce: string): void => outbox.retry(nonce);
/** What it answered is gone. */
export const retryWithoutReply = (nonce: string): void => outbox.retry(nonce, { reply: null });
export const discardMessage = (nonce: string): void => outbox.discard(nonce);

/** Takes a message that was refused back to where it was written, before what was written there since. */
export function reviseMessage({ nonce, channelId, content, reply, poll }: PendingMessage): void {
  if (poll) void import('./polls/draft').then(({ draftOfPoll, makePoll }) => makePoll(channelId, draftOfPoll(poll)));
  if (reply) setReply(channelId, reply);
  setDraft(channelId, [toText(channelId, content), draftOf(channelId)].filter((text) => text !== '').join('\n'));
  outbox.discard(nonce);
}

export const useEditMessage = () =>
  useMutation({
    mutationFn: (change: { messageId: string; content: string }) => realtime.emit('message:edit', change),
    onSuccess: (message) => conversations.acknowledge(message),
  });

/** None come again. */
export const useRemoveEmbeds = () =>
  useMutation({
    mutationFn: (target: { messageId: string }) => call('removeEmbeds', { params: target }),
    onSuccess: (message) => conversations.acknowledge(message),
  });

export const useDeleteMessage = () =>
  useMutation({
    mutationFn: (target: { messageId: string; reason?: string }) => realtime.emit('message:delete', target),
    onSuccess: (message) => conversations.acknowledge(message),
  });
