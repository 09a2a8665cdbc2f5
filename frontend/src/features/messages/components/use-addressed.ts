import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

/** Goes to the message that the address names (`?at=` and its seq), once; then the address is that of the channel again. */
export function useAddressed(goTo: (seq: number) => Promise<void>, isReady: boolean): void {
  const [path, navigate] = useLocation();
  const at = Number(new URLSearchParams(useSearch()).get('at'));
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });
  useEffect(() => {
    if (!isReady || !Number.isInteger(at) || at < 1) return;
    navigate(path, { replace: true });
    void latest.current(at);
  }, [isReady, at, path, navigate]);
}
