import type { Conversation, ConversationState, Request, openConversation, updateConversation } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call } from '@/api';
import { applyState, conversations } from './cache';
import { forgetConversation, holdConversations } from './client';

const hold = (conversation: Conversation) => holdConversations([conversation]);

/** The DM with somebody, or a new group. */
export const useOpenConversation = () =>
  useMutation({ mutationFn: (body: Request<typeof openConversation>['body']) => call('openConversation', { body }), onSuccess: hold });

type Change = Request<typeof updateConversation>['body'] & { channelId: string };

/** Pins, archives or mutes; shown at once, and taken back if it fails. */
export const useUpdateConversation = () =>
  useMutation({
    mutationFn: ({ channelId, ...body }: Change) => call('updateConversation', { params: { channelId }, body }),
    onMutate: ({ channelId, pinned, archived, mutedUntil }) => {
      const before = conversations.get()[channelId];
      if (!before) return undefined;
      const now = new Date().toISOString();
      const state: ConversationState = {
        channelId,
        pinnedAt: pinned === undefined ? before.pinnedAt : pinned ? now : null,
        archivedAt: archived === undefined ? before.archivedAt : archived ? now : null,
        mutedUntil: mutedUntil === undefined ? before.mutedUntil : mutedUntil,
      };
      conversations.update((held) => applyState(held, state));
      return { channelId, pinnedAt: before.pinnedAt, archivedAt: before.archivedAt, mutedUntil: before.mutedUntil };
    },
    onError: (_fault, _change, before) => {
      if (before) conversations.update((held) => applyState(held, before));
    },
    onSuccess: (state) => conversations.update((held) => applyState(held, state)),
  });

interface Recipient {
  channelId: string;
  userId: string;
}

export const useAddRecipient = () => useMutation({ mutationFn: (params: Recipient) => call('addRecipient', { params }) });

export const useRemoveRecipient = () => useMutation({ mutationFn: (params: Recipient) => call('removeRecipient', { params }) });

export const useLeaveGroup = () =>
  useMutation({
    mutationFn: (params: Recipient) => call('removeRecipient', { params }),
    onSuccess: (_answer, { channelId }) => forgetConversation(channelId),
  });
