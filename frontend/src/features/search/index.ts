/**
 * Finding what was said, and going to places by their name.
 *
 * - `useSearchPane`: whether the search stands beside the conversation, and what is asked. `openSearch(where?)`, `closeSearch()`.
 * - `resetSearch()`: for signing out.
 * - In `uses`, which comes after the first message: `noteUse(id)`: the user went to a channel; the switcher puts first what is used most.
 */
export { closeSearch, openSearch, resetSearch, useSearchPane } from './search-store';
