import { useLayoutEffect, useState } from 'react';
import { settle, stage, staged, type Staged } from './staged';

/** Entries in the steps in which a virtual list can take them without losing its place. */
export function useStagedItems<T extends { key: string }>(given: readonly T[]): Staged<T> {
  const [state, setState] = useState(() => staged(given));
  const current = state.given === given ? state : stage(state, given);
  if (current !== state) setState(current);
  useLayoutEffect(() => {
    // Once the list has taken the first step.
    if (current.later !== null) queueMicrotask(() => setState(settle));
  }, [current]);
  return current;
}
