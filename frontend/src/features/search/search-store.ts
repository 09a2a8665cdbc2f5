import type { SearchSort } from '@hearth/contract';
import { create } from 'zustand';

export type SearchWhere = 'channel' | 'server' | 'everywhere';

interface SearchPane {
  isOpen: boolean;
  text: string;
  where: SearchWhere;
  sort: SearchSort;
  /** Grows whenever it is asked for: then the field takes the focus. */
  count: number;
}

const closed: SearchPane = { isOpen: false, text: '', where: 'server', sort: 'newest', count: 0 };

/** What is searched stays while one looks at what was found. */
export const useSearchPane = create<SearchPane>(() => closed);

export const openSearch = (where?: SearchWhere): void =>
  useSearchPane.setState(({ count }) => ({ isOpen: true, count: count + 1, ...(where && { where }) }));

export const closeSearch = (): void => useSearchPane.setState({ isOpen: false });

/** In this browser's storage: where somebody goes often, and what they searched. */
export const keptNames = { uses: 'hearth.uses', recent: 'hearth.searches' } as const;

const forgetting: (() => void)[] = [];

/** For what is not loaded with the first message: called with `forgetSearches`. */
export const onForget = (forget: () => void): void => void forgetting.push(forget);

/** Nothing of what somebody looked for stays in this browser. */
export function forgetSearches(): void {
  useSearchPane.setState(closed);
  for (const forget of forgetting) forget();
  try {
    for (const name of Object.values(keptNames)) localStorage.removeItem(name);
  } catch {
    // Where storage is blocked nothing was kept.
  }
}
