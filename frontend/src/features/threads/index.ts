/**
 * Threads: conversations beside a channel, and the posts of a forum.
 *
 * They are held as channels are, in `features/channels`, and stay right by events; what is here looks for those that are not held.
 *
 * - `useThreadsOfMessages(channel, held)`: the threads that begin at messages on screen, by id. `useThreadList(channel, filter)`: active or
 *   archived ones, page by page. `useThread(id)`: one, undefined while it is looked for, null when there is none.
 * - `beginning/`: what a dialog needs to begin one. Leaving, changing and deleting are those of channels.
 */
export { openingKey } from './client';
export { threadsEvents } from './events';
export { useThread, useThreadList, useThreadsOfMessages } from './queries';
