import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

/** `?at=` and a seq: the message that an address names. */
export function addressedSeq(search: string): number | null {
  const at = Number(new URLSearchParams(search).get('at'));
  return Number.isInteger(at) && at > 0 ? at : null;
}

/** Goes to the message that the address names, once; then the address is that of the channel again. */
export function useAddressed(goTo: (seq: number) => Promise<void>, isReady: boolean): void {
  const [path, navigate] = useLocation();
  const at = addressedSeq(useSearch());
  const latest = useRef(goTo);
  useEffect(() => {
    latest.current = goTo;
  });
  useEffect(() => {
    if (!isReady || at === null) return;
    navigate(path, { replace: true });
    void latest.current(at);
  }, [isReady, at, path, navigate]);
}
