import { describe, expect, it } from '@jest/globals';
import { customEmojiId, emoji, normalEmoji, reactionEmoji } from './emoji.js';

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

it('of a server is named by its id, which is one', () => {
  expect(reactionEmoji.parse('wave:9223372036854775807')).toBe('wave:9223372036854775807');
  expect(customEmojiId('wave:42')).toBe('42');
  for (const none of ['wave:9223372036854775808', 'wave:0', 'w:1', 'wave:']) expect(reactionEmoji.safeParse(none).success).toBe(false);
});

it('is what the schema accepts', () => {
  expect(emoji.parse('❤')).toBe('❤️');
  expect(emoji.safeParse('no').success).toBe(false);
});
