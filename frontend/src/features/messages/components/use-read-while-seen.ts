import { useEffect, useState } from 'react';
import { useMarkRead } from '@/features/channels';

/** Marks as read what is at the end of the list, while the end is in view and somebody is looking. */
export function useReadWhileSeen(channelId: string, newestSeq: number | null, endInView: boolean): void {
  const markRead = useMarkRead(channelId);
  const focused = useWindowFocus();
  useEffect(() => {
    if (newestSeq !== null && endInView && focused) markRead(newestSeq);
  }, [markRead, newestSeq, endInView, focused]);
}

function useWindowFocus(): boolean {
  const [focused, setFocused] = useState(() => document.hasFocus());
  useEffect(() => {
    const controller = new AbortController();
    const options = { signal: controller.signal };
    const look = () => setFocused(document.hasFocus() && document.visibilityState === 'visible');
    window.addEventListener('focus', look, options);
    window.addEventListener('blur', look, options);
    document.addEventListener('visibilitychange', look, options);
    return () => controller.abort();
  }, []);
  return focused;
}
