import { beforeEach, describe, expect, it } from '@jest/globals';
import { clearWritten, openWritten, setWritten, useWrittenStore, type Written } from './written-store';

const words = (text: string): Written => ({ text, replyToId: null, at: 1, base: null, isSaved: false });
const textOf = (channelId: string) => useWrittenStore.getState().written[channelId]?.text;

beforeEach(() => {
  clearWritten();
  localStorage.clear();
});

describe('what is written', () => {
  it('survives the page, each for its account', () => {
    openWritten('1');
    setWritten('a', words('hello'));
    openWritten('2');
    expect(textOf('a')).toBeUndefined();
    openWritten('1');
    expect(textOf('a')).toBe('hello');
  });

  it('leaves nothing once it is saved, or somebody signed out', () => {
    openWritten('1');
    setWritten('a', words('hello'));
    setWritten('a', { ...words('hello'), isSaved: true });
    expect(textOf('a')).toBe('hello');
    expect(localStorage.length).toBe(0);
    setWritten('b', words('there'));
    clearWritten();
    expect(localStorage.length).toBe(0);
    expect(textOf('b')).toBeUndefined();
  });

  it('does not undo what another tab wrote in another channel', () => {
    openWritten('1');
    localStorage.setItem('hearth.drafts.1', JSON.stringify({ b: words('elsewhere') }));
    setWritten('a', words('here'));
    openWritten('1');
    expect([textOf('a'), textOf('b')]).toEqual(['here', 'elsewhere']);
  });

  it.each(['', 'null', '[1]', '{"a":1}', '{"a":{"text":1}}', '{broken'])('starts empty from %j', (stored) => {
    localStorage.setItem('hearth.drafts.1', stored);
    openWritten('1');
    expect(textOf('a')).toBeUndefined();
  });
});
