import { useEffect, useState } from 'react';
import { useOutboxStore } from '../outbox-store';

/** A message that waits for longer than this, in milliseconds, is not getting through. */
const STALLED_AFTER = 2_000;

/** Whether something that was written here has been waiting for the server for a while. */
export function useStalled(): boolean {
  const oldest = useOutboxStore(({ pending }) => pending.find(({ state }) => state === 'pending')?.createdAt ?? null);
  const [stalled, setStalled] = useState<number | null>(null);
  useEffect(() => {
    if (oldest === null) return;
    const timer = setTimeout(() => setStalled(oldest), Math.max(0, oldest + STALLED_AFTER - Date.now()));
    return () => clearTimeout(timer);
  }, [oldest]);
  return oldest !== null && stalled === oldest;
}
