import { useBreakpoint } from '@/lib/use-media-query';
import type { Overlay } from '../use-overlay';

/** On phones every page is a step of its own on the way back. */
export function useTurn(overlay: Overlay): (page: string) => void {
  const phone = !useBreakpoint('tablet');
  return (page) => overlay.turn(page, phone);
}
