/**
 * Forums: channels of posts, which are threads with tags.
 *
 * - `useOpening(postId)`: the message that a post begins with; null where the user may not read it, undefined while it is on its way.
 */
export { forumsEvents } from './events';
export { useOpening } from './queries';
