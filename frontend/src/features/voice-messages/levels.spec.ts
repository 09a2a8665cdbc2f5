import { limits } from '@hearth/contract';
import { expect, test } from '@jest/globals';
import { lastLevels, waveformOf, withLevel } from './levels';

const bytesOf = (waveform: string) => Array.from(atob(waveform), (letter) => letter.charCodeAt(0));

test('there is one level for each moment, also where nobody looked for a while', () => {
  expect(withLevel([], 0.05, 0.5)).toEqual([0.5]);
  expect(withLevel([0.5], 0.2, 0.1)).toEqual([0.5, 0.1, 0.1, 0.1]);
  expect(withLevel([0.5], 0.06, 0.9)).toEqual([0.5]);
});

test.each([1, 10, 64, 1_000])('a waveform of %d levels is of a length that the server takes', (count) => {
  const bytes = bytesOf(waveformOf(Array.from({ length: count }, (_, index) => index / count)));
  expect(bytes.length).toBeGreaterThanOrEqual(limits.waveform.min);
  expect(bytes.length).toBeLessThanOrEqual(limits.waveform.max);
  expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
});

test('it shows the loudest of each part, and silence as silence', () => {
  expect(Math.max(...bytesOf(waveformOf([0, 1, 0])))).toBe(255);
  expect(new Set(bytesOf(waveformOf([])))).toEqual(new Set([0]));
});

test('what was heard last stands at the end', () => {
  expect(lastLevels([1, 2, 3], 2)).toEqual([2, 3]);
  expect(lastLevels([1], 3)).toEqual([0, 0, 1]);
});
