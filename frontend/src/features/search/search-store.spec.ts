import { afterEach, expect, it } from '@jest/globals';
import { noteSearch, useRecent } from './recent-store';
import { closeSearch, forgetSearches, openSearch, useSearchPane } from './search-store';
import { useUses } from './uses-store';
import { noteUse } from './uses';

afterEach(forgetSearches);

it('keeps what is asked while it is closed, and takes the focus whenever it is asked for', () => {
  openSearch('server');
  useSearchPane.setState({ text: 'harbour' });
  closeSearch();
  openSearch();
  expect(useSearchPane.getState()).toMatchObject({ isOpen: true, text: 'harbour', where: 'server', count: 2 });
});

it('leaves nothing in the browser when somebody signs out', () => {
  noteSearch('harbour');
  noteUse('7');
  useSearchPane.setState({ text: 'harbour' });
  expect(Object.keys(localStorage)).toEqual(expect.arrayContaining(['hearth.uses', 'hearth.searches']));
  forgetSearches();
  expect(localStorage).toHaveLength(0);
  expect([useRecent.getState().searches, useUses.getState().uses, useSearchPane.getState().text]).toEqual([[], {}, '']);
});
