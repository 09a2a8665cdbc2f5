import { describe, expect, it, test } from '@jest/globals';
import { barsOf, folded } from './bars';

const waveform = (...bytes: number[]) => btoa(String.fromCharCode(...bytes));

describe('bars of a waveform', () => {
  it('are as many as there is room for, each the loudest of its part', () => {
    expect(folded([1, 5, 2, 3], 2)).toEqual([5, 3]);
    expect(folded([1, 5], 4)).toEqual([1, 1, 5, 5]);
    expect(folded([1, 2, 3, 4, 5], 3)).toEqual([1, 3, 5]);
  });

  it('fill the height, however softly it was spoken, and show pauses', () => {
    expect(barsOf(waveform(0, 10, 20), 3)).toEqual([0.06, 0.5, 1]);
    expect(barsOf(waveform(0, 0), 2)).toEqual([0.06, 0.06]);
  });

  test.each([undefined, '', '%'])('%j has none', (none) => {
    expect(barsOf(none, 10)).toEqual([]);
  });
});
