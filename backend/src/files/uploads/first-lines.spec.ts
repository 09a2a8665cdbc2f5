import { expect, it } from '@jest/globals';
import { firstLines } from './first-lines.js';

const lines = (text: string) => firstLines(new TextEncoder().encode(text));

it('shows how a text begins', () => {
  expect(lines('flour\r\nwater\rsalt\n\n')).toBe('flour\nwater\nsalt');
  expect(lines('  indented\n')).toBe('  indented');
  expect(lines('\uFEFFwith a mark')).toBe('with a mark');
});

it('shows no more than there is room for', () => {
  expect(lines(Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n'))?.split('\n')).toHaveLength(12);
  expect(lines('x'.repeat(5_000))).toHaveLength(800);
});

it('cuts no character in two', () => {
  expect(firstLines(new TextEncoder().encode('bröd').subarray(0, 3))).toBe('br');
  expect(lines(`${'x'.repeat(799)}🍞`)).toBe(`${'x'.repeat(799)}\uFFFD`);
});

it.each(['', ' \n\t\n'])('shows nothing of %j', (text) => {
  expect(lines(text)).toBeUndefined();
});
