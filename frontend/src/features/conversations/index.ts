/**
 * DMs and groups: the list of them, and how each is kept. Their messages are those of channels.
 *
 * - `useConversations(archived?)`: in the order of the list, with `loadMore` for those that are not held yet.
 * - `useConversationState(channelId)`: pinned, archived, muted, and the last message.
 * - `useOpenedConversation(channelId)`: the one that is open; undefined while it is looked for, null when there is none.
 * - Mutations: `useOpenConversation` takes `{ userId }` or `{ userIds, name? }`, `useUpdateConversation` the channel's id and what changes.
 */
export { isMutedNow } from './cache';
export { conversationsEvents } from './events';
export { conversationName, partnerOf } from './names';
export { useAddRecipient, useLeaveGroup, useOpenConversation, useRemoveRecipient, useUpdateConversation } from './mutations';
export type { ListedConversation } from './order';
export { useConversations, useConversationState, useOpenedConversation } from './queries';
