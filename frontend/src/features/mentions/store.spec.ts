import { describe, expect, it } from '@jest/globals';
import { addMention, keepMentions } from './store';

describe('unread mentions', () => {
  it('stand in order, each once', () => {
    const held = [7, 3, 7].reduce((all, seq) => addMention(all, '1', seq), {});
    expect(held).toEqual({ 1: [3, 7] });
    expect(addMention(held, '1', 3)).toBe(held);
  });

  it('go with what is read, and the last one with its channel', () => {
    const held = { 1: [3, 7], 2: [1] };
    expect(keepMentions(held, '1', (seq) => seq > 3)).toEqual({ 1: [7], 2: [1] });
    expect(keepMentions(held, '2', () => false)).toEqual({ 1: [3, 7] });
    expect(keepMentions(held, '3', () => false)).toBe(held);
  });
});
