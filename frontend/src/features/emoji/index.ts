/**
 * Emoji, those of Unicode and those of servers, which are `name:id` where a reaction is meant.
 *
 * - `searchEmoji(query, limit, custom)`: resolves with those that a query fits, the best first, by name and words in the language of the page
 *   and by what is written between colons, each in the skin tone that the person chose.
 * - `useCustomEmoji(channelId)`: what servers have that may be used in a channel. `writtenEmoji`: what
 *   is written for one, `reactionName`: what a reaction is called.
 * - `noteUse(char)`: it was used. `useQuickEmoji(channelId, count)`: those that the person uses most, to offer first; `quickEmoji(channelId)`: the
 *   very first.
 */
export type { Emoji } from './catalogue';
export { reactionName, useCustomEmoji, writtenEmoji } from './custom';
export { quickEmoji, useQuickEmoji } from './quick';
export { searchEmoji } from './search';
export { noteUse } from './usage-store';
