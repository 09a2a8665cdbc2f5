import { useEffect, useState } from 'react';

/** While the first screen waits for the server, the browser is idle too: not before this. */
const EARLIEST_MS = 2500;
/** Idle or not, it is time after this. */
const LATEST_MS = 3000;

/** False at first, true once the first screen has had its time and the browser has nothing better to do. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    let handle = 0;
    const timer = setTimeout(() => {
      if ('requestIdleCallback' in window) handle = requestIdleCallback(() => setIdle(true), { timeout: LATEST_MS });
      else setIdle(true);
    }, EARLIEST_MS);
    return () => {
      clearTimeout(timer);
      if (handle !== 0) cancelIdleCallback(handle);
    };
  }, []);
  return idle;
}
