import { useClosedByBack } from '@/lib/closed-by-back';
import { useMediaQuery } from '@/lib/use-media-query';

/** On a phone, what covers the page is closed by going back; elsewhere there is Escape for it. */
export function useClosedByTouch(open: boolean, close: () => void): void {
  const byTouch = useMediaQuery('(pointer: coarse)');
  useClosedByBack(open && byTouch, close);
}
