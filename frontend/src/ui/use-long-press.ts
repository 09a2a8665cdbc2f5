import { useRef, type TouchEvent } from 'react';

const HOLD_MS = 500;
/** A finger that wanders further than this scrolls. */
const SLOP_PX = 10;

interface Point {
  x: number;
  y: number;
}

/**
 * Touch handlers that report a long press, which not every phone turns into a `contextmenu` event. Letting go of one is no tap: it would
 * close what has just opened.
 */
export function useLongPress(onLongPress: (point: Point) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef<Point>({ x: 0, y: 0 });
  const isLong = useRef(false);
  const cancel = () => clearTimeout(timer.current);
  const report = () => {
    isLong.current = true;
    onLongPress(start.current);
  };
  return {
    onTouchStart: (event: TouchEvent) => {
      cancel();
      isLong.current = false;
      const touch = event.touches[0];
      if (!touch || event.touches.length > 1) return;
      start.current = { x: touch.clientX, y: touch.clientY };
      timer.current = setTimeout(report, HOLD_MS);
    },
    onTouchMove: (event: TouchEvent) => {
      const touch = event.touches[0];
      if (touch && Math.hypot(touch.clientX - start.current.x, touch.clientY - start.current.y) > SLOP_PX) cancel();
    },
    onTouchEnd: (event: TouchEvent) => {
      cancel();
      if (isLong.current && event.cancelable) event.preventDefault();
    },
    onTouchCancel: cancel,
  };
}
