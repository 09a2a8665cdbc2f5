/**
 * Finding what was said, and going to places by their name.
 *
 * - `useSearchPane`: whether the search stands beside the conversation, and what is asked. `openSearch(where?)`, `closeSearch()`.
 * - `forgetSearches()`: for signing out.
 * - In `uses`, which comes after the first message: `noteUse(id)`: the user went to a channel; the switcher puts first what is used most.
 */
export { closeSearch, forgetSearches, openSearch, useSearchPane } from './search-store';
