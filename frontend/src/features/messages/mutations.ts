import type { PollInput } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { draftOf, setDraft } from '@/features/drafts';
import { call } from '@/api';
import { trayOf } from '@/features/uploads';
import { lazyModule } from '@/lib/lazy-part';
import { typingSender } from '@/features/presence';
import { realtime } from '@/realtime';
import { conversations, outbox } from './client';
import { useOutboxStore } from './outbox-store';
import { toContent, toText } from './mention-names';
import type { PendingMessage } from './pending-message';
import { endReply, setReply, type Reply } from './reply-store';

const messageFiles = lazyModule(() => import('./message-files'));

/** Shows the message at once, at the newest end, with what was chosen to go with it; the outbox does the rest. */
export const useSendMessage = (channelId: string): ((content: string, reply?: Reply | null) => void) =>
  useCallback(
    (content, reply) => {
      typingSender.stop(true);
      addMessage(channelId, toContent(channelId, content), reply ?? null);
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

function addMessage(channelId: string, content: string, reply: Reply | null): void {
  if (trayOf(channelId).length === 0) outbox.add(channelId, content, { reply });
  else void messageFiles().then(({ addWithFiles }) => addWithFiles(channelId, content, reply));
}

const find = (nonce: string): PendingMessage | undefined => useOutboxStore.getState().pending.find((pending) => pending.nonce === nonce);

export function retryMessage(nonce: string): void {
  const pending = find(nonce);
  if (pending?.files) void messageFiles().then(({ retryFiles }) => retryFiles(pending));
  else outbox.retry(nonce);
}

/** Without its files that cannot be sent. */
export function retryWithoutFailed(pending: PendingMessage): void {
  void messageFiles().then((files) => files.retryWithoutFailed(pending));
}

/** What it answered is gone. */
export const retryWithoutReply = (nonce: string): void => outbox.retry(nonce, { reply: null });
export function discardMessage(nonce: string): void {
  if (find(nonce)?.files) void messageFiles().then(({ discardFiles }) => discardFiles(nonce));
  else outbox.discard(nonce);
}

/** Takes a message that was refused back to where it was written, before what was written there since. */
export function reviseMessage({ nonce, channelId, content, reply, poll, files }: PendingMessage): void {
  if (poll) void import('./polls/draft').then(({ draftOfPoll, makePoll }) => makePoll(channelId, draftOfPoll(poll)));
  if (reply) setReply(channelId, reply);
  setDraft(channelId, [toText(channelId, content), draftOf(channelId)].filter((text) => text !== '').join('\n'));
  if (files) void messageFiles().then(({ releaseFiles }) => (releaseFiles(nonce), outbox.discard(nonce)));
  else outbox.discard(nonce);
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
