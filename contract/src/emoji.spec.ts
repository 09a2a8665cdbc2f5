import { describe, expect, it } from '@jest/globals';
import { emoji, normalEmoji } from './emoji.js';

describe('normalEmoji', () => {
  it.each([
    ['😀', '😀'],
    ['❤️', '❤️'],
    ['❤', '❤️'],
    ['❤\ufe0e', '❤️'],
    ['😀\ufe0f', '😀'],
    ['1\u20e3', '1️⃣'],
    ['👍🏽', '👍🏽'],
    ['☝🏽', '☝🏽'],
    ['☝\ufe0f🏽', '☝🏽'],
    ['🇫🇷', '🇫🇷'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['🏳‍🌈', '🏳️‍🌈'],
    ['❤‍🔥', '❤️‍🔥'],
    ['👁‍🗨', '👁️‍🗨️'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ])('%s is %s', (given, normal) => expect(normalEmoji(given)).toBe(normal));

  it.each(['', 'a', '1', ':smile:', '😀😀', '😀 ', '👍🏽🏽', '\u200d', '🇫', '<b>', 'x'.repeat(5_000)])('%j is none', (given) =>
    expect(normalEmoji(given)).toBeNull(),
  );
});

it('is what the schema accepts', () => {
  expect(emoji.parse('❤')).toBe('❤️');
  expect(emoji.safeParse('no').success).toBe(false);
});
