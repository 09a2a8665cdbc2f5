import { beforeEach, describe, expect, it } from '@jest/globals';
import { clearDrafts, draftOf, openDrafts, setDraft } from './draft-store';

beforeEach(() => {
  clearDrafts();
  localStorage.clear();
});

describe('drafts', () => {
  it('survive the page, each for its account', () => {
    openDrafts('1');
    setDraft('a', 'hello');
    openDrafts('2');
    expect(draftOf('a')).toBe('');
    openDrafts('1');
    expect(draftOf('a')).toBe('hello');
  });

  it('leave nothing when emptied or signed out', () => {
    openDrafts('1');
    setDraft('a', 'hello');
    setDraft('b', 'there');
    setDraft('a', '');
    expect(localStorage.getItem('hearth.drafts.1')).toBe('{"b":"there"}');
    clearDrafts();
    expect(localStorage.length).toBe(0);
    expect(draftOf('b')).toBe('');
  });

  it('do not undo what another tab wrote for another channel', () => {
    openDrafts('1');
    localStorage.setItem('hearth.drafts.1', '{"b":"elsewhere"}');
    setDraft('a', 'here');
    openDrafts('1');
    expect([draftOf('a'), draftOf('b')]).toEqual(['here', 'elsewhere']);
  });

  it.each(['', 'null', '[1]', '{"a":1}', '{broken'])('start empty from %j', (stored) => {
    localStorage.setItem('hearth.drafts.1', stored);
    openDrafts('1');
    expect(draftOf('a')).toBe('');
  });
});
