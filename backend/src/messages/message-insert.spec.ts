import { describe, expect, it } from '@jest/globals';
import { runEnds } from './message-insert.js';

describe('runEnds', () => {
  it.each([
    ['a', [1]],
    ['aaa', [3, null, null]],
    ['aba', [1, 2, null]],
    ['abbab', [1, 3, null, null, null]],
  ])('of %s', (authors, expected) => expect(runEnds([...authors].map((authorId) => ({ authorId })))).toEqual(expected));
});
