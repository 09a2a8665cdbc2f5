import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** Pixels between press and click beyond which something was moved. */
const SLOP = 6;

/** A click on the place around something, and on nothing in it. */
export function useClickBeside(act: () => void) {
  const pressed = useRef({ x: 0, y: 0 });
  return {
    onPointerDownCapture: ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed.current = { x, y };
    },
    onClick: ({ target, currentTarget, clientX, clientY }: MouseEvent) => {
      const way = Math.hypot(clientX - pressed.current.x, clientY - pressed.current.y);
      if (target === currentTarget && way < SLOP) act();
    },
  };
}
