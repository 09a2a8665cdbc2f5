/** @jest-environment jsdom */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { useStatusText } from './status-text';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const inMilliseconds = (ms: number) => new Date(Date.now() + ms).toISOString();

it('is shown until it ends', () => {
  const { result, rerender } = renderHook(useStatusText, { initialProps: { text: 'Planting', textExpiresAt: inMilliseconds(5_000) } });
  expect(result.current).toBe('Planting');
  act(() => jest.advanceTimersByTime(4_999));
  expect(result.current).toBe('Planting');
  act(() => jest.advanceTimersByTime(1));
  expect(result.current).toBe('');
  rerender({ text: 'Harvesting', textExpiresAt: inMilliseconds(60_000) });
  expect(result.current).toBe('Harvesting');
});

it('is shown for good, or not at all', () => {
  const { result, rerender } = renderHook(useStatusText, { initialProps: { text: 'Here', textExpiresAt: null as string | null } });
  expect(result.current).toBe('Here');
  rerender({ text: 'Gone', textExpiresAt: inMilliseconds(-1) });
  act(() => jest.runAllTimers());
  expect(result.current).toBe('');
});
