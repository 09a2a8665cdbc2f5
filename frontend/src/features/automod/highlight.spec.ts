import { describe, expect, it } from '@jest/globals';
import { highlighted } from './highlight';

describe('what was found in a text', () => {
  it.each([
    ['a BAD word', 'bad', ['a ', 'BAD', ' word']],
    ['bad', 'bad', ['', 'bad', '']],
    ['a b\u200bad word', 'bad', ['a b\u200bad word', '', '']],
    ['İ bad', 'bad', ['İ bad', '', '']],
    ['anything', '', ['anything', '', '']],
  ])('%j, %j', (content, matched, pieces) => expect(highlighted(content, matched)).toEqual(pieces));
});
