import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useIsPast, useSecondsLeft } from './use-seconds-left';

const NOW = Date.parse('2026-11-21T09:00:00.000Z');

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
  jest.useRealTimers();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTime(milliseconds));

test('counts down to nothing, and then rests', () => {
  const { result } = renderHook(() => useSecondsLeft(NOW + 2_500));
  expect(result.current).toBe(3);
  pass(1_000);
  expect(result.current).toBe(2);
  pass(2_000);
  expect(result.current).toBe(0);
  expect(jest.getTimerCount()).toBe(0);
});

test('there may be nothing to wait for', () => {
  const { result, rerender } = renderHook(({ until }: { until: number | null }) => useSecondsLeft(until), {
    initialProps: { until: null as number | null },
  });
  expect(result.current).toBe(0);
  rerender({ until: NOW + 60_000 });
  expect(result.current).toBe(60);
});

test('the end of a time renders once', () => {
  let renderings = 0;
  const { result } = renderHook(() => {
    renderings += 1;
    return useIsPast(NOW + 5_000);
  });
  pass(4_999);
  expect(result.current).toBe(false);
  const before = renderings;
  pass(1);
  expect(result.current).toBe(true);
  expect(renderings).toBe(before + 1);
});
