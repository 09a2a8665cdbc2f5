import { describe, expect, it } from '@jest/globals';
import { keepLargeIntegers } from './json-body.js';

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
