import { expect, it } from '@jest/globals';
import { statusEnd } from './status-ends';

const now = new Date(2026, 10, 30, 14, 5, 30);

it.each([
  ['never', null],
  ['minutes30', new Date(2026, 10, 30, 14, 35, 30)],
  ['hour', new Date(2026, 10, 30, 15, 5, 30)],
  ['hours4', new Date(2026, 10, 30, 18, 5, 30)],
  ['today', new Date(2026, 11, 1)],
  ['week', new Date(2026, 11, 7, 14, 5, 30)],
] as const)('a status text that is set now ends after %s', (choice, end) => {
  expect(statusEnd(choice, now)).toBe(end === null ? null : end.toISOString());
});
