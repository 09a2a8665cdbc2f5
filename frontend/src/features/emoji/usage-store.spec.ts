import { beforeEach, describe, expect, it } from '@jest/globals';
import { currentOf } from './custom';
import { withTone, withoutTone } from './tones';
import { frequentEmoji, noteUse, useEmojiUsage } from './usage-store';

const DAY = 24 * 3_600_000;
const frequent = (count: number, now: number) => frequentEmoji(useEmojiUsage.getState().used, count, undefined, now);

beforeEach(() => useEmojiUsage.setState({ tone: '', used: {} }));

describe('what is used often', () => {
  it('comes first, the usual ones after it', () => {
    noteUse('🦥', 1);
    noteUse('🔥', 2);
    noteUse('🦥', 3);
    expect(frequent(4, 3)).toEqual(['🦥', '🔥', '👍', '❤️']);
  });

  it('counts less as time goes by', () => {
    for (const at of [0, 1, 2]) noteUse('🦥', at);
    noteUse('🔥', 60 * DAY);
    expect(frequent(2, 60 * DAY)).toEqual(['🔥', '🦥']);
  });

  it('is called as it is now, and left out where it is gone', () => {
    for (const char of ['old:11', 'gone:12', '🔥']) noteUse(char, 1);
    const current = currentOf([{ char: 'new:11', codes: ['new'], name: 'new', words: [], custom: { id: '11', serverName: '' } }]);
    expect(frequentEmoji(useEmojiUsage.getState().used, 2, current, 1)).toEqual(['new:11', '🔥']);
  });

  it('is forgotten when much else was used since', () => {
    for (let code = 0; code < 70; code += 1) noteUse(String.fromCodePoint(0x1f400 + code), code);
    expect(Object.keys(useEmojiUsage.getState().used)).toHaveLength(60);
    expect(useEmojiUsage.getState().used['\u{1f400}']).toBeUndefined();
  });
});

describe('skin tones', () => {
  it.each([
    ['👍', '👍🏽'],
    ['☝️', '☝🏽'],
    ['🧑‍💻', '🧑🏽‍💻'],
    ['🤝', '🤝🏽'],
    ['❤️', '❤️'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
  ])('%s becomes %s', (char, toned) => {
    expect(withTone(char, '🏽')).toBe(toned);
    expect(withTone(char, '')).toBe(char);
  });

  it('can be taken away', () => expect(withoutTone('🧑🏽‍💻')).toBe('🧑‍💻'));
});
