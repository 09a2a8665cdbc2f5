import { expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { mayLeaveSettings, useUnsavedChanges } from './unsaved';

test('a page with something unsaved is not left, and learns that somebody wanted to', () => {
  expect(mayLeaveSettings()).toBe(true);
  const { result, rerender, unmount } = renderHook(({ dirty }) => useUnsavedChanges(dirty), { initialProps: { dirty: true } });
  expect(result.current).toBe(false);
  act(() => expect(mayLeaveSettings()).toBe(false));
  expect(result.current).toBe(true);

  rerender({ dirty: false });
  expect(result.current).toBe(false);
  expect(mayLeaveSettings()).toBe(true);

  rerender({ dirty: true });
  unmount();
  expect(mayLeaveSettings()).toBe(true);
});

test('closing the tab asks', () => {
  const { unmount } = renderHook(() => useUnsavedChanges(true));
  const leaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leaving()).toBe(true);
  unmount();
  expect(leaving()).toBe(false);
});
