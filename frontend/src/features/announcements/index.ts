/**
 * Announcement channels, and the channels that follow them.
 *
 * - `useFollowers(channelId)`: who follows, page by page. `useFollowed(channelId)`: what a channel follows.
 * - `receivesCopies(channel)`: may follow others.
 * - `usePublishMessage()`, `useFollowChannel()`, `useUnfollowChannel()`: mutations.
 */
export { useFollowChannel, usePublishMessage, useUnfollowChannel } from './mutations';
export { receivesCopies } from './receives-copies';
export { useFollowed, useFollowers } from './queries';
