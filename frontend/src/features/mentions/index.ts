/**
 * How often the user is mentioned in what they have not read. Fed by the events of messages.
 *
 * - `useMentionCount(channelId)`, `useMentionTotal(channelIds)`, `useMentionsElsewhere(channelIds)`: in all others.
 * - `unreadMentions`, `addMention`, `keepMentions`: for those who hear of messages.
 */
export {
  addMention,
  keepMentions,
  type UnreadMentions,
  unreadMentions,
  useMentionCount,
  useMentionsElsewhere,
  useMentionTotal,
} from './store';
