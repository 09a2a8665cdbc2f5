import { afterEach, expect, it } from '@jest/globals';
import { closeSearch, openSearch, resetSearch, useSearchPane } from './search-store';

afterEach(resetSearch);

it('keeps what is asked while it is closed, and takes the focus whenever it is asked for', () => {
  openSearch('server');
  useSearchPane.setState({ text: 'harbour' });
  closeSearch();
  openSearch();
  expect(useSearchPane.getState()).toMatchObject({ isOpen: true, text: 'harbour', where: 'server', count: 2 });
});

it('shows nothing of it to whoever comes next', () => {
  openSearch('server');
  useSearchPane.setState({ text: 'harbour' });
  resetSearch();
  expect(useSearchPane.getState()).toMatchObject({ isOpen: false, text: '' });
});
