import { describe, expect, test } from '@jest/globals';
import { moved, placeAt, reachOf } from './sorting';

const items = [{ id: 'owner', locked: true }, { id: 'admin' }, { id: 'moderator' }, { id: 'member' }, { id: 'everyone', locked: true }];
const order = items.map(({ id }) => id);

describe('a list that is sorted by hand', () => {
  test('an item goes as far as the locked ones around it', () => {
    expect(reachOf(items, 'moderator')).toEqual({ first: 1, last: 3 });
    expect(reachOf([{ id: 'a' }, { id: 'b' }], 'b')).toEqual({ first: 0, last: 1 });
  });

  test.each([
    ['member', 1, ['owner', 'member', 'admin', 'moderator', 'everyone']],
    ['admin', 2, ['owner', 'moderator', 'admin', 'member', 'everyone']],
    ['admin', 0, order],
    ['admin', 4, ['owner', 'moderator', 'member', 'admin', 'everyone']],
    ['member', 3, order],
  ])('%s to place %i', (id, to, expected) => {
    expect(moved(items, order, id, to)).toEqual(expected);
  });

  test('the pointer decides by the middle of what it passes', () => {
    const others = [0, 40, 80].map((top) => ({ top, height: 40 }));
    expect([-5, 19, 21, 61, 500].map((y) => placeAt(y, others))).toEqual([0, 0, 1, 2, 3]);
  });
});
