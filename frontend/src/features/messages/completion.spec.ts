import { describe, expect, it } from '@jest/globals';
import { bestOf, triggerAt } from './completion';

describe('triggerAt', () => {
  it.each([
    ['hello @a', { sign: '@', query: 'a', start: 6 }],
    ['@', { sign: '@', query: '', start: 0 }],
    ['(#gen', { sign: '#', query: 'gen', start: 1 }],
    ['yes :smi', { sign: ':', query: 'smi', start: 4 }],
    ['line\n@Ünal', { sign: '@', query: 'Ünal', start: 5 }],
    ['mail@a', null],
    [':)', null],
    [':s', null],
    ['10:30', null],
    ['@a b', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(triggerAt(text, text.length)).toEqual(expected);
  });

  it('looks at what stands before the caret', () => {
    expect(triggerAt('@ada and more', 3)).toEqual({ sign: '@', query: 'ad', start: 0 });
  });
});

describe('bestOf', () => {
  it('has beginnings of names before those of words, and nothing that does not fit', () => {
    const names = ['Old Ada', 'Adam', 'Lada', 'Ben', 'Ädele'];
    expect(bestOf(names, 'ad', (name) => [name], 10)).toEqual(['Adam', 'Ädele', 'Old Ada', 'Lada']);
    expect(bestOf(names, '', (name) => [name], 2)).toEqual(['Old Ada', 'Adam']);
  });
});
