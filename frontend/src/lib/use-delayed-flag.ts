import { useEffect, useState } from 'react';

/** True once `active` has lasted for `delay` milliseconds; false at once when it ends. Keeps quick answers free of flicker. */
export function useDelayedFlag(active: boolean, delay = 150): boolean {
  const [elapsed, setElapsed] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setElapsed(true), delay);
    return () => {
      clearTimeout(timer);
      setElapsed(false);
    };
  }, [active, delay]);
  return active && elapsed;
}
