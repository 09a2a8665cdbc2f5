/**
 * Forums: channels of posts, which are threads with tags.
 *
 * - `useOpening(postId)`: the message that a post begins with; null where the user may not read it, undefined while it is on its way.
 * - `useSetForumTags(channelId)`: takes all tags in their order.
 */
export { forumsEvents } from './events';
export { type TagInput, useSetForumTags } from './mutations';
export { useOpening } from './queries';
