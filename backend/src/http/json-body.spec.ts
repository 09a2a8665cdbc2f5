import { describe, expect, it } from '@jest/globals';
import { limits } from '@hearth/contract';
import { hasTooManyValues, keepLargeIntegers } from './json-body.js';

const parse = (text: string): unknown => JSON.parse(text, keepLargeIntegers);

describe('keepLargeIntegers', () => {
  it('keeps every digit of a snowflake that was sent as a number', () => {
    expect(parse('{"channelId": 251804722003968001}')).toEqual({ channelId: '251804722003968001' });
  });
  it('leaves other values alone', () => {
    expect(parse('{"limit": 50, "ratio": 1e300, "id": "251804722003968001", "on": true, "none": null}')).toEqual({
      limit: 50,
      ratio: 1e300,
      id: '251804722003968001',
      on: true,
      none: null,
    });
  });
});

describe('hasTooManyValues', () => {
  const { bodyValues } = limits;
  const isRefused = (text: string) => hasTooManyValues(Buffer.from(text));

  it.each([
    ['numbers', `[${Array.from({ length: bodyValues + 1 }, () => 0).join()}]`],
    ['lists', '[[],'.repeat(bodyValues)],
    ['lists in lists', '['.repeat(bodyValues + 1)],
    ['keys', `{${Array.from({ length: bodyValues + 1 }, (_, index) => `"${index}":0`).join()}}`],
    ['objects', '{"a":'.repeat(bodyValues + 1)],
  ])('finds many %s', (_, text) => expect(isRefused(text)).toBe(true));

  it('leaves what is long, and the longest of all lists', () => {
    expect(isRefused(JSON.stringify({ image: 'x'.repeat(5_000_000) }))).toBe(false);
    const overwrite = { targetId: '251804722003968001', type: 'MEMBER', allow: '1024', deny: '2048' };
    const overwrites = Array.from({ length: limits.overwritesPerChannel }, () => overwrite);
    expect(isRefused(JSON.stringify({ overwrites, before: overwrites, reason: 'Quiet' }))).toBe(false);
    const keywords = Array.from({ length: limits.autoMod.keywordsPerRule }, () => 'one, two, three, four');
    expect(isRefused(JSON.stringify({ trigger: { type: 'KEYWORD', keywords } }))).toBe(false);
  });
});
