/**
 * Channels and how far the signed-in user has read in them.
 *
 * - `useChannels(serverId)`: all that the user may see, in the order of the server. `useChannelGroups(serverId)`: the same as they are
 *   shown: first those without a category (`category: null`, only if there are any), then every category with its channels.
 * - `useChannel(channelId)`: one, in whatever server; undefined when it is gone.
 * - `useUnreadCount(channelId)`: messages after the read position; `useServerUnread(serverId)`: whether any of its channels has some.
 *   `useCountedChannels(serverId)`: those in which something counts as unread.
 * - `useMarkRead(channelId)`: `(seq, asked?) => void`. For the newest message on screen: throttled, and ignored while the tab is hidden, so
 *   call it as often as you like. With `asked` true: the person said so, by a menu or a key. `useMarkUnread(channelId)`: `(seq) => void`,
 *   marks unread from that message on; while the channel stays open, only a new message or `asked` takes that back.
 * - `useThreads(serverId)`: threads that are held, in no particular order; `useIsJoined(threadId)`, `useJoinedThreads()`: which of them the
 *   user is in. What is unread counts in those alone.
 * - Mutations. `useUpdateChannel` and `useDeleteChannel` take `channelId` in their variables; `useOrderChannels` the moved channels.
 * - The rest is for other features' caches.
 */
export {
  channelsOf,
  CONVERSATIONS,
  dropChannel,
  dropChannels,
  findChannel,
  holdChannel,
  holdThreads,
  noteActivity,
  onChannelsGone,
  threadsIn,
} from './cache';
export { isCounted, noteOwnMessage, onRead, readMarker, readStateOf, updateReadState } from './client';
export { channelsEvents } from './events';
export type { ChannelGroup } from './groups';
export { joinServerChannels } from './join';
export { useCreateChannel, useDeleteChannel, useLeaveThread, useOrderChannels, useUpdateChannel } from './mutations';
export {
  useChannel,
  useChannelGroups,
  useChannels,
  useConversationChannels,
  useCountedChannels,
  useIsJoined,
  useJoinedByChannel,
  useMarkRead,
  useMarkUnread,
  useReadState,
  useServerUnread,
  useThreads,
  useUnreadConversations,
  useUnreadCount,
} from './queries';
export { deliverTo, firstUnreadSeq, readUpTo } from './read-state';
