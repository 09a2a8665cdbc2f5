import { forgetRecent } from './recent-store';
import { resetSearch } from './search-store';
import { forgetUses } from './uses-store';

/** Nothing of what somebody looked for stays in this browser. */
export function forgetSearches(): void {
  forgetRecent();
  forgetUses();
  resetSearch();
}
