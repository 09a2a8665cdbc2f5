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

/** Whether a moment (Unix milliseconds) is over; renders once when it is. */
export function useIsPast(until: number | null): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      if (until === null) return () => undefined;
      const timer = setTimeout(notify, Math.min(LONGEST_MS, Math.max(0, until - Date.now())));
      return () => clearTimeout(timer);
    },
    [until],
  );
  return useSyncExternalStore(subscribe, () => until !== null && Date.now() >= until);
}
