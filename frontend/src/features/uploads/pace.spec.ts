import { describe, expect, it } from '@jest/globals';
import { Pace, secondsLeft } from './pace';

describe('how fast a file goes', () => {
  it('is not told before there is something to tell it by', () => {
    const pace = new Pace();
    expect(pace.rate).toBeNull();
    pace.note(0, 0);
    pace.note(500, 1_000);
    expect(pace.rate).toBeNull();
    pace.note(1_000, 2_000);
    expect(pace.rate).toBe(2_000);
  });

  it('follows a network that changes', () => {
    const pace = new Pace();
    for (let second = 0; second <= 20; second += 1) pace.note(second * 1_000, second * 1_000);
    expect(pace.rate).toBe(1_000);
    for (let second = 21; second <= 30; second += 1) pace.note(second * 1_000, 20_000 + (second - 20) * 100);
    expect(pace.rate).toBe(100);
  });

  it('begins anew where less has arrived than was sent', () => {
    const pace = new Pace();
    pace.note(0, 0);
    pace.note(1_000, 9_000);
    pace.note(2_000, 4_000);
    expect(pace.rate).toBeNull();
  });

  it.each([
    [1_000, 100, 10],
    [1, 100, 1],
    [1_000, 0, null],
    [1_000, null, null],
  ])('%d bytes at %s a second take %s seconds', (rest, rate, seconds) => {
    expect(secondsLeft(rest, rate)).toBe(seconds);
  });
});
