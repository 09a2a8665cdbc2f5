import { useEffect, useRef, useState, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import type { ShownControls } from './use-shown-controls';

/** Milliseconds between two taps of one gesture. */
const DOUBLE = 300;
/** Seconds that a double tap at a side skips. */
const SKIP = 10;

interface Taps {
  place: RefObject<HTMLElement | null>;
  isBegun: boolean;
  toggle: () => void;
  skip: (seconds: number) => void;
  controls: ShownControls;
}

/** A click plays or pauses; a tap shows what can be done, and two at one side skip. */
export function useTaps({ place, isBegun, toggle, skip, controls }: Taps) {
  const [skipped, setSkipped] = useState(0);
  const last = useRef({ at: -Infinity, side: 0 });
  const isTouch = useRef(false);
  useEffect(() => {
    const timer = skipped === 0 ? undefined : setTimeout(() => setSkipped(0), 2 * DOUBLE);
    return () => clearTimeout(timer);
  }, [skipped]);
  const tap = (event: MouseEvent) => {
    const { left = 0, width = 1 } = place.current?.getBoundingClientRect() ?? {};
    const part = (event.clientX - left) / Math.max(1, width);
    const side = part < 1 / 3 ? -1 : part > 2 / 3 ? 1 : 0;
    const isDouble = event.timeStamp - last.current.at < DOUBLE && side === last.current.side && side !== 0;
    last.current = { at: event.timeStamp, side };
    if (!isDouble) return controls.toggle();
    skip(side * SKIP);
    setSkipped((before) => (Math.sign(before) === side ? before : 0) + side * SKIP);
  };
  return {
    skipped,
    handlers: {
      onPointerDown: ({ pointerType }: PointerEvent) => {
        isTouch.current = pointerType === 'touch';
      },
      onClick: (event: MouseEvent) => (isTouch.current && isBegun ? tap(event) : toggle()),
    },
  };
}
