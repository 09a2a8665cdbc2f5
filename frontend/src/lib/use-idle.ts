import { useEffect, useState } from 'react';

/** Idle or not, it is time after this. */
const LATEST_MS = 3000;
/** For browsers without requestIdleCallback. */
const FALLBACK_MS = 300;

/** False at first, true once the browser has had nothing better to do. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if ('requestIdleCallback' in window) {
      const handle = requestIdleCallback(() => setIdle(true), { timeout: LATEST_MS });
      return () => cancelIdleCallback(handle);
    }
    const timer = setTimeout(() => setIdle(true), FALLBACK_MS);
    return () => clearTimeout(timer);
  }, []);
  return idle;
}
