import { describe, expect, it } from '@jest/globals';
import { complete, typingAt, valueOf } from './suggestions';

const atEnd = (text: string) => typingAt(text, text.length);
const choose = (text: string, chosen: string) => complete(text, text.length, atEnd(text).token, chosen).text;

describe('what is being typed', () => {
  it('is any filter where something new begins', () => {
    for (const text of ['', 'word ', '"a phrase"', 'from:ada ']) expect(atEnd(text).wish).toMatchObject({ kind: 'filters' });
  });

  it('is the filters that begin like it', () => {
    expect(atEnd('word fr').wish).toEqual({ kind: 'filters', names: ['from'] });
    expect(atEnd('xyz').wish).toBeNull();
  });

  it('is the value of a filter', () => {
    expect(atEnd('from:').wish).toEqual({ kind: 'people', query: '' });
    expect(atEnd('mentions:@a').wish).toEqual({ kind: 'people', query: 'a' });
    expect(atEnd('-in:#gen').wish).toEqual({ kind: 'channels', query: 'gen' });
    expect(atEnd('has:l').wish).toEqual({ kind: 'values', values: ['link'] });
    expect(atEnd('has:link').wish).toBeNull();
    expect(atEnd('before:').wish).toEqual({ kind: 'date' });
    expect(atEnd('before:2026-01-01').wish).toBeNull();
  });
});

describe('completing', () => {
  it('puts what was chosen in place of it', () => {
    expect(choose('word fr', 'from:')).toBe('word from:');
    expect(choose('from:a', 'from:ada')).toBe('from:ada ');
    expect(choose('-has:', 'has:link')).toBe('-has:link ');
    expect(choose('word ', 'is:pinned')).toBe('word is:pinned ');
  });

  it('in the middle of the text', () => {
    const { token } = typingAt('from:a rest', 6);
    expect(complete('from:a rest', 6, token, valueOf(token, 'ada'))).toEqual({ text: 'from:ada rest', caret: 9 });
    expect(valueOf(token, 'two words')).toBe('from:"two words"');
  });
});
