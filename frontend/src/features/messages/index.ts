import type { Message, Problem, Receipt } from '@hearth/contract';
import type { UseMutationResult } from '@tanstack/react-query';

/**
 * Conversations.
 *
 * - `useConversation(channelId)`: the rows to show and how to reach others. `rows` go from oldest to newest, every one with a stable `key`
 *   (a pending message keeps its key when it is sent). `status` is that of the first page; `firstUnreadSeq` is where the unread line stands
 *   and does not move while the channel stays open. `jumpTo(seq)` resolves when the row is held; `jumpToNewest()` likewise.
 * - `useSendMessage(channelId)`: `(content) => void`; the message shows at once as pending, and is kept until it is sent or discarded.
 *   `retryMessage(nonce)`, `discardMessage(nonce)`: for failed ones.
 * - `useEditMessage()`, `useDeleteMessage()`: mutations. `useLastOwnMessage(channelId)`: what Arrow Up edits, or undefined.
 * - `useReceipts(channelId)`: how far the others are, null where the server does not tell; `deliveryState(message, receipts, meId)`: the
 *   ticks of an own message.
 * - `useDraft(channelId)`: `[text, setText]`, kept on this device.
 */
export interface PendingMessage {
  nonce: string;
  channelId: string;
  content: string;
  /** Unix time in milliseconds. */
  createdAt: number;
  state: 'pending' | 'failed';
  /** Why the server refused; null while pending, and when no answer came. */
  problem: Problem | null;
}

export type Row =
  /** `at`: the ISO time of the first message of that day. */
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'message' | 'deleted'; key: string; message: Message; startsGroup: boolean }
  /** A notice such as MEMBER_JOIN; `message.type` says which. */
  | { kind: 'system'; key: string; message: Message }
  | { kind: 'pending'; key: string; pending: PendingMessage; startsGroup: boolean };

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
  firstUnreadSeq: number | null;
  /** Seq of the newest message held; what `useMarkRead` wants when the end of the list is on screen. Null when empty. */
  newestSeq: number | null;
}

export type DeliveryState = 'sent' | 'delivered' | 'read';

export declare function useConversation(channelId: string): ConversationView;
export declare function useSendMessage(channelId: string): (content: string) => void;
export declare function retryMessage(nonce: string): void;
export declare function discardMessage(nonce: string): void;
export declare function useEditMessage(): UseMutationResult<Message, Error, { messageId: string; content: string }>;
export declare function useDeleteMessage(): UseMutationResult<Message, Error, { messageId: string }>;
export declare function useLastOwnMessage(channelId: string): Message | undefined;
export declare function useReceipts(channelId: string): Receipt[] | null;
export declare function deliveryState(message: Message, receipts: readonly Receipt[] | null, meId: string): DeliveryState;
export declare function useDraft(channelId: string): [text: string, setText: (text: string) => void];
