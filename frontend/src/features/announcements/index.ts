/**
 * Announcement channels, and the channels that follow them.
 *
 * - `useFollowers(channelId)`: who follows, page by page. `useFollowed(channelId)`: what a channel follows.
 * - `usePublishMessage()`, `useFollowChannel()`, `useUnfollowChannel()`: mutations.
 */
export { useFollowChannel, usePublishMessage, useUnfollowChannel } from './mutations';
export { useFollowed, useFollowers } from './queries';
