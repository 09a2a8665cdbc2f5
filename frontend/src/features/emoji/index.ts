/**
 * Emoji.
 *
 * - `searchEmoji(query, limit)`: resolves with those that a query fits, the best first, by name and words in the language of the page and
 *   by what is written between colons, each in the skin tone that the person chose.
 * - `noteUse(char)`: it was used. `useQuickEmoji(count)`: those that the person uses most, to offer first; `quickEmoji()`: the very first.
 * - `forgetUsage()`: for signing out.
 */
export { quickEmoji, useQuickEmoji } from './quick';
export { searchEmoji } from './search';
export { forgetUsage, noteUse } from './usage-store';
