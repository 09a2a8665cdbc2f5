import { describe, expect, test } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { differing, useChanges } from './use-changes';

describe('differing', () => {
  test('what is written as it is stored is no change', () => {
    expect(differing({ name: 'a', rules: ['b'] }, { name: 'a', rules: ['b'] })).toEqual({});
    expect(differing({ name: 'a', rules: ['b'] }, { rules: ['b', 'c'] })).toEqual({ rules: ['b', 'c'] });
  });
});

interface Role {
  name: string;
  color: number | null;
}

test('what others change meanwhile shows, but for what was changed here', () => {
  const { result, rerender } = renderHook(({ stored }: { stored: Role }) => useChanges(stored), {
    initialProps: { stored: { name: 'Bakers', color: 1 } },
  });
  act(() => result.current.change({ name: 'Bakers of the harbour' }));
  expect(result.current).toMatchObject({ isDirty: true, changed: { name: 'Bakers of the harbour' } });

  rerender({ stored: { name: 'Baker', color: 2 } });
  expect(result.current.value).toEqual({ name: 'Bakers of the harbour', color: 2 });

  // Saved: what is stored is what was written.
  rerender({ stored: { name: 'Bakers of the harbour', color: 2 } });
  expect(result.current.isDirty).toBe(false);

  act(() => result.current.change({ color: null }));
  act(() => result.current.reset());
  expect(result.current.value).toEqual({ name: 'Bakers of the harbour', color: 2 });
});
