import { useEffect } from 'react';
import { create } from 'zustand';

interface Unsaved {
  dirty: boolean;
  /** How often somebody wanted to go on without saving. */
  refusals: number;
}

const clean: Unsaved = { dirty: false, refusals: 0 };

const useUnsaved = create<Unsaved>(() => clean);

/** False while something would be lost; the page then says so. */
export function mayLeaveSettings(): boolean {
  if (!useUnsaved.getState().dirty) return true;
  useUnsaved.setState(({ refusals }) => ({ refusals: refusals + 1 }));
  return false;
}

/** Keeps the page of settings open while something on it is not saved. Returns whether somebody tried to leave it. */
export function useUnsavedChanges(dirty: boolean): boolean {
  useEffect(() => {
    if (!dirty) return;
    useUnsaved.setState({ dirty: true, refusals: 0 });
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      useUnsaved.setState(clean);
    };
  }, [dirty]);
  return useUnsaved(({ refusals }) => refusals > 0);
}
