/**
 * Custom emoji and stickers of servers.
 *
 * - `useExpressions()`: those of all own servers.
 * - `useUsable(channelId, type)`: those that the user may use in a channel, its own server's first; `heldUsable` the same outside of React,
 *   undefined while they are not held. `labelled(emoji)`: by what is written between colons.
 * - `usePicture(id, animated?)`: where the picture of one is to be had.
 */
export { expressionsEvents } from './events';
export { usePicture } from './picture';
export { heldUsable, useUsable } from './places';
export { heldExpressions, useExpressions } from './queries';
export { labelled } from './usable';
