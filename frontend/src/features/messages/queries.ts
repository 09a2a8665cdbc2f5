import type { Message, Receipt } from '@hearth/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { queryClient } from '@/api';
import { findChannel, readMarker, useChannel } from '@/features/channels';
import { keptWindow } from '@/features/offline';
import { useServerOfChannel } from '@/features/servers';
import { useSettings } from '@/features/settings';
import { useMe } from '@/features/users';
import { realtime } from '@/realtime';
import type { Conversation } from './cache';
import { conversationKey, conversations, delivered, isReceiptAudience } from './client';
import { fromKept } from './kept-windows';
import type { PendingMessage } from './pending-message';
import { useOutboxStore } from './outbox-store';
import { usePagingStore } from './paging-store';
import { loadReceipts, receiptsKey } from './receipts-query';
import { type Row, buildRows } from './rows';
import { useUnreadLine } from './unread-line';

/** How long, in milliseconds, a conversation that is on no screen is kept. */
const KEEP = 30 * 60_000;

export interface ConversationView {
  status: 'loading' | 'error' | 'ready';
  error: Error | null;
  retry: () => void;
  rows: Row[];
  hasOlder: boolean;
  hasNewer: boolean;
  isLoadingOlder: boolean;
  isLoadingNewer: boolean;
  loadOlder: () => void;
  loadNewer: () => void;
  jumpTo: (seq: number) => Promise<void>;
  jumpToNewest: () => Promise<void>;
  /** For somebody who stays at the end. */
  letGoOfOldest: () => void;
  firstUnreadSeq: number | null;
  /** Seq of the newest message held; what `useMarkRead` wants when the end of the list is on screen. Null when empty. */
  newestSeq: number | null;
}

const statusNames = { pending: 'loading', error: 'error', success: 'ready' } as const;
const noMessages: readonly Message[] = [];

/** Scrolling on asks again. */
const ignore = () => undefined;

const dropUnseen = (channelId: string): void => queryClient.removeQueries({ queryKey: conversationKey(channelId), type: 'inactive' });

/** Without a connection, what is kept shows at once. */
async function loadOrRecall(channelId: string): Promise<Conversation> {
  const kept = realtime.state === 'ready' ? null : await keptWindow(channelId);
  return kept ? conversations.recall(fromKept(kept)) : conversations.load(channelId);
}

function useConversationQuery<T = Conversation>(channelId: string, select?: (conversation: Conversation) => T) {
  return useQuery({
    queryKey: conversationKey(channelId),
    queryFn: async () => {
      try {
        const conversation = await loadOrRecall(channelId);
        delivered.note(channelId);
        return conversation;
      } finally {
        // The screen of a channel that is gone may have asked once more before it went.
        if (!findChannel(channelId)) setTimeout(dropUnseen, 0, channelId);
      }
    },
    gcTime: KEEP,
    ...(select && { select }),
  });
}

/** What is held of a channel's messages; undefined until the first page is there. */
export const useHeldConversation = (channelId: string): Conversation | undefined => useConversationQuery(channelId).data;

const usePending = (channelId: string): PendingMessage[] =>
  useOutboxStore(useShallow(({ pending }) => pending.filter((one) => one.channelId === channelId)));

/** Something written here is not stored yet. */
export const useIsSending = (channelId: string): boolean =>
  useOutboxStore(({ pending }) => pending.some((one) => one.channelId === channelId && one.state === 'pending'));

function useRows(channelId: string, held: Conversation | undefined, firstUnreadSeq: number | null): Row[] {
  const meId = useMe().id;
  const pending = usePending(channelId);
  const { messages = noMessages, hasOlder = false, atNewest = true } = held ?? {};
  return useMemo(
    // What is not sent yet stands behind the newest message, wherever the window is.
    () => buildRows(messages, atNewest ? pending : [], { meId, firstUnreadSeq, hasOlder }),
    [messages, pending, meId, firstUnreadSeq, hasOlder, atNewest],
  );
}

export function useConversation(channelId: string): ConversationView {
  const { data: held, status, error, refetch } = useConversationQuery(channelId);
  const firstUnreadSeq = useUnreadLine(channelId);
  const rows = useRows(channelId, held, firstUnreadSeq);
  const paging = usePagingStore((state) => state[channelId]);
  useEffect(() => () => readMarker.left(channelId), [channelId]);
  return {
    status: statusNames[status],
    error,
    retry: useCallback(() => void refetch(), [refetch]),
    rows,
    hasOlder: held?.hasOlder ?? false,
    hasNewer: held ? !held.atNewest : false,
    isLoadingOlder: paging?.older ?? false,
    isLoadingNewer: paging?.newer ?? false,
    loadOlder: useCallback(() => void conversations.loadOlder(channelId).catch(ignore), [channelId]),
    loadNewer: useCallback(() => void conversations.loadNewer(channelId).catch(ignore), [channelId]),
    jumpTo: useCallback((seq) => conversations.jumpTo(channelId, seq), [channelId]),
    jumpToNewest: useCallback(() => conversations.jumpToNewest(channelId), [channelId]),
    letGoOfOldest: useCallback(() => conversations.letGoOfOldest(channelId), [channelId]),
    firstUnreadSeq,
    newestSeq: held?.messages.at(-1)?.seq ?? null,
  };
}

/** What Arrow Up edits. */
export function useLastOwnMessage(channelId: string): Message | undefined {
  const meId = useMe().id;
  const isOwn = ({ author, deletedAt, type }: Message) =>
    author.id === meId && deletedAt === null && (type === 'DEFAULT' || type === 'REPLY');
  return useConversationQuery(channelId, ({ messages }) => messages.findLast(isOwn)).data;
}

/** How far the others are; null where the server does not tell. */
export function useReceipts(channelId: string): Receipt[] | null {
  const channel = useChannel(channelId);
  const server = useServerOfChannel(channelId);
  const { data } = useQuery({
    queryKey: receiptsKey(channelId),
    queryFn: () => loadReceipts(channelId),
    enabled: isReceiptAudience(channel, server),
    gcTime: KEEP,
  });
  const shares = useSettings().readReceipts;
  // Who keeps their own reading to themselves does not see that of others.
  return useMemo(() => (data && !shares ? data.map((receipt) => ({ ...receipt, readSeq: 0 })) : (data ?? null)), [data, shares]);
}
