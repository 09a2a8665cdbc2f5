import { describe, expect, it } from '@jest/globals';
import { highlighted } from './highlight';

describe('what was found in a text', () => {
  it.each([
    ['a BAD word', 'bad', [[2, 5]]],
    ['bad', 'bad', [[0, 3]]],
    ['a b\u200bad word', 'bad', []],
    ['İ bad', 'bad', []],
    ['anything', '', []],
  ])('%j, %j', (content, matched, ranges) => expect(highlighted(content, matched)).toEqual(ranges));
});
