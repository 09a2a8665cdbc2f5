import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { customEmojiIn, parseMentions, segmentsOf, withoutCode } from './mentions.js';

const nobody = { userIds: [], roleIds: [], channelIds: [], everyone: false };

describe('parseMentions', () => {
  it.each([
    ['plain', nobody],
    ['<@1> hi<@2>! <@1>', { ...nobody, userIds: ['1', '2'] }],
    ['<@&7> <#8>', { ...nobody, roleIds: ['7'], channelIds: ['8'] }],
    ['@everyone', { ...nobody, everyone: true }],
    ['oh @here, look', { ...nobody, everyone: true }],
    ['mail@everyone.org @everyoneelse @hereby', nobody],
    ['\\<@1> \\@everyone', nobody],
    ['`<@1>` ``a ` <@2>`` <@3>', { ...nobody, userIds: ['3'] }],
    ['` <@1>', { ...nobody, userIds: ['1'] }],
    ['```\n<@1>\n```\n<@2>', { ...nobody, userIds: ['2'] }],
    ['~~~ts\n<@1>', nobody],
    ['<@01> <@> <@99999999999999999999> <@1 >', nobody],
    ['<@9223372036854775807> <@9223372036854775808> <@&9999999999999999999>', { ...nobody, userIds: ['9223372036854775807'] }],
    ['<@١>', nobody],
  ])('%j', (content, expected) => {
    expect(parseMentions(content)).toEqual(expected);
  });

  it('takes no more than the limit of each', () => {
    const content = Array.from({ length: 80 }, (_, index) => `<@${index + 1}>`).join('');
    expect(parseMentions(content).userIds).toHaveLength(50);
  });

  it('never throws and only ever takes text away from code', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', '\n', '<@1>', '\\', 'a', ' ') }), (content) => {
        parseMentions(content);
        expect(
          segmentsOf(content)
            .map(({ text }) => text)
            .join(''),
        ).toBe(content);
        expect(withoutCode(content).length).toBeLessThanOrEqual(content.length);
      }),
    );
  });

  it('takes time in proportion to the text, whatever the text is', () => {
    // A quadratic way through 400,000 runs would not end within the patience of a test.
    expect(withoutCode('`a``b'.repeat(200_000)).length).toBeGreaterThan(0);
  });
});

it('custom emoji are found by their ids, each once, outside of code', () => {
  expect(customEmojiIn('<:wave:7> <a:wave:8><:wave:7> `<:no:9>` <:x:1> <:big:9223372036854775808>')).toEqual(['7', '8']);
});
