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

/** Nobody else sees what was searched. */
export const resetSearch = (): void => useSearchPane.setState(closed);
