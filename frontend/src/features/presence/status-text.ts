import type { Presence } from '@hearth/contract';
import { useEffect, useState } from 'react';

/** Timers count to here, in milliseconds: what lasts longer is looked at anew when it is shown again. */
const LONGEST = 2 ** 31 - 1;

/** What somebody says of themselves, until it ends. */
export function useStatusText({ text, textExpiresAt }: Pick<Presence, 'text' | 'textExpiresAt'>): string {
  const [now, setNow] = useState(() => Date.now());
  const end = textExpiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(textExpiresAt);
  useEffect(() => {
    const left = end - Date.now();
    if (left > LONGEST) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [end]);
  return end > now ? text : '';
}
