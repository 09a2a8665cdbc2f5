/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useDelayedFlag } from './use-delayed-flag';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));

function renderFlag(active: boolean) {
  return renderHook((props: { active: boolean }) => useDelayedFlag(props.active), { initialProps: { active } });
}

test('what answers within 150 ms never shows', () => {
  const { result, rerender } = renderFlag(true);
  pass(149);
  rerender({ active: false });
  pass(1000);
  expect(result.current).toBe(false);
});

test('what takes longer shows, and leaves at once', () => {
  const { result, rerender } = renderFlag(true);
  pass(150);
  expect(result.current).toBe(true);
  rerender({ active: false });
  expect(result.current).toBe(false);
});

test('a second wait starts from the beginning', () => {
  const { result, rerender } = renderFlag(true);
  pass(150);
  rerender({ active: false });
  rerender({ active: true });
  expect(result.current).toBe(false);
  pass(150);
  expect(result.current).toBe(true);
});
