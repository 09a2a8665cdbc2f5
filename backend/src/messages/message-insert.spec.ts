import { describe, expect, it } from '@jest/globals';
import { firstRuns } from './message-insert.js';

const runs = (authors: string) => firstRuns([...authors].map((authorId) => ({ authorId })));

describe('firstRuns', () => {
  it.each([
    ['a', [{ authorId: 'a', first: 1, last: 1 }]],
    ['aaa', [{ authorId: 'a', first: 1, last: 3 }]],
    [
      'aba',
      [
        { authorId: 'a', first: 1, last: 1 },
        { authorId: 'b', first: 2, last: 2 },
      ],
    ],
    [
      'abbab',
      [
        { authorId: 'a', first: 1, last: 1 },
        { authorId: 'b', first: 2, last: 3 },
      ],
    ],
  ])('of %s', (authors, expected) => expect(runs(authors)).toEqual(expected));
});
