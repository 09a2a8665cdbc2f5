/**
 * Conversations.
 *
 * - `useConversation(channelId)`: the rows to show and how to reach others. `rows` go from oldest to newest, every one with a stable `key`
 *   (a pending message keeps its key when it is sent), and keep their identity while they do not change. `status` is that of the first page;
 *   `firstUnreadSeq` is where the unread line stands and does not move while the channel stays open. `jumpTo(seq)` and `jumpToNewest()`
 *   resolve when the rows are held, and reject without network.
 * - `useSendMessage(channelId)`: `(content) => void`; the message shows at once as pending, and is kept until it is sent or discarded.
 *   `retryMessage(nonce)`, `discardMessage(nonce)`: for failed ones, and those that wait for their files; `reviseMessage(pending)` puts the text back where it was written.
 * - `replyTo(message)` begins to answer it, `setReply(channelId, reply)` changes or ends that, `useReply(channelId)`: what is being answered.
 * - `useEditMessage()`, `useRemoveEmbeds()`, `useDeleteMessage()`: mutations. `useLastOwnMessage(channelId)`: what Arrow Up edits, or undefined.
 *   `useIsSending(channelId)`: whether something written is not stored yet.
 * - `useReceipts(channelId)`: how far the others are, null where the server does not tell; `deliveryState(message, receipts, meId)`: the
 *   ticks of an own message.
 * - `mentionsMe(message)`: whether it calls the user. `readableText(message)`: its content with names in the place of marks;
 *   `voiceText(seconds)`: what a voice message is called; `toText`, `toContent`: between what is sent and what is written; `calledIn(channelId, content)`: whom a content names that is not stored yet.
 * - `useHeldConversation(channelId)`: the messages that are held, without what is pending.
 * - `endSelection()`: nobody chooses messages any more; whether somebody did.
 * - `dropOrphans()`: lets go of what belongs to channels that are not held any more.
 * - `watchOutbox()`, `openMessages(userId)`, `closeMessages()`: for the start of the app, signing in and signing out.
 */
export { closeMessages, openMessages, watchOutbox } from './account';
export { dropOrphans } from './client';
export { messagesEvents } from './events';
export { mentionsMe } from './mentioned';
export { calledIn, meet, peopleIn, readableText, toContent, toText, voiceText } from './mention-names';
export { mentionEvents } from './mention-events';
export {
  discardMessage,
  retryMessage,
  retryWithoutFailed,
  retryWithoutReply,
  reviseMessage,
  useDeleteMessage,
  useEditMessage,
  useRemoveEmbeds,
  useSendMessage,
} from './mutations';
export { setPinned, setStarred } from './keeping';
export { historyKey, pinsKey, STARRED } from './kept-keys';
export { plainLine } from './plain-line';
export { replyTo, setReply, type Reply } from './reply-store';
export { useReply } from './use-reply';
export { endSelection } from './selection-store';
export { harmfulFiles, type PendingMessage } from './pending-message';
export { type ConversationView, useConversation, useHeldConversation, useIsSending, useLastOwnMessage, useReceipts } from './queries';
export { firstShown, noteShown } from './first-shown';
export { holdReceipts } from './receipts-query';
export { type DeliveryState, deliveryState } from './receipts';
export type { Row } from './rows';
