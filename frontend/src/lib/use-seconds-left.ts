import { useCallback, useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

/** Whole seconds until a moment (Unix milliseconds), counted down; 0 once it is over, or where there is none. */
export function useSecondsLeft(until: number | null): number {
  const subscribe = useCallback(
    (notify: () => void) => {
      if (until === null) return () => undefined;
      const timer = setInterval(() => {
        notify();
        if (Date.now() >= until) clearInterval(timer);
      }, TICK_MS);
      return () => clearInterval(timer);
    },
    [until],
  );
  return useSyncExternalStore(subscribe, () => (until === null ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1_000))));
}

/** The longest that a timer of a browser can wait. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * What `read` says, and what it says after a moment (Unix milliseconds) that changes it. It is what is read that renders: a component whose
 * values are all as before keeps what it has shown.
 */
export function useUntil<T>(moment: number | null, read: () => T): T {
  const subscribe = useCallback(
    (notify: () => void) => {
      if (moment === null) return () => undefined;
      const timer = setTimeout(notify, Math.min(LONGEST_MS, Math.max(0, moment - Date.now())));
      return () => clearTimeout(timer);
    },
    [moment],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Whether a moment (Unix milliseconds) is over; renders once when it is. */
export const useIsPast = (until: number | null): boolean => useUntil(until, () => until !== null && Date.now() >= until);
