/**
 * Finding what was said, and going to places by their name.
 *
 * - `useSearchPane`: whether the search stands beside the conversation, and what is asked. `openSearch(where?)`, `closeSearch()`.
 * - `noteUse(id)`: the user went to a channel; the switcher puts first what is used most. `forgetSearches()`: for signing out.
 */
export { forgetSearches } from './forget';
export { noteUse } from './uses-store';
export { closeSearch, openSearch, useSearchPane } from './search-store';
