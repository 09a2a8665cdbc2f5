import { useCallback, useEffect, useRef, useState, type CSSProperties, type PointerEvent, type RefObject } from 'react';
import { panBy, WHOLE, zoomBy, type Point, type Zoom } from './zoom';

/** Pixels that a finger draws a picture aside before the next one comes. */
const SWIPE = 60;
const DOUBLE = 2.5;

export interface Zoomed {
  style: CSSProperties;
  isIn: boolean;
  by: (factor: number) => void;
  reset: () => void;
  handlers: {
    onDoubleClick: (event: { clientX: number; clientY: number }) => void;
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
  };
}

/** Wheel, two fingers and a double click go in and out, one finger or the mouse moves; drawn aside as a whole, the next one comes. */
export function useZoom(pictureId: string, place: RefObject<HTMLElement | null>, onSwipe: (by: 1 | -1) => void): Zoomed {
  const [held, setHeld] = useState({ pictureId, zoom: WHOLE });
  // Another one is shown as a whole at first.
  const zoom = held.pictureId === pictureId ? held.zoom : WHOLE;
  const setZoom = useCallback(
    (change: (before: Zoom) => Zoom) =>
      setHeld((before) => ({ pictureId, zoom: change(before.pictureId === pictureId ? before.zoom : WHOLE) })),
    [pictureId],
  );
  const fingers = useRef(new Map<number, Point>());
  const drawn = useRef(0);

  useEffect(() => {
    const element = place.current;
    // React listens to wheels passively, and the page would zoom as well.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      setZoom((before) => zoomBy(before, Math.exp(-event.deltaY / 400), fromMiddle(element, event)));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [place, setZoom]);

  const move = (by: Point) => setZoom((before) => panned(place.current, before, by));
  const leave = ({ pointerId }: PointerEvent<HTMLElement>) => {
    fingers.current.delete(pointerId);
    drawn.current = 0;
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const isRightToLeft = document.documentElement.dir === 'rtl';
    if (Math.abs(drawn.current) > SWIPE) onSwipe(drawn.current < 0 !== isRightToLeft ? 1 : -1);
    leave(event);
  };
  return {
    style: { transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` },
    isIn: zoom.scale > 1,
    by: (factor) => setZoom((before) => zoomBy(before, factor)),
    reset: () => setZoom(() => WHOLE),
    handlers: {
      onDoubleClick: (event) => {
        const at = fromMiddle(place.current, event);
        setZoom((before) => (before.scale > 1 ? WHOLE : zoomBy(before, DOUBLE, at)));
      },
      onPointerDown: ({ pointerId, clientX: x, clientY: y }) => {
        fingers.current.set(pointerId, { x, y });
        // A second one wants to go in or out.
        drawn.current = 0;
      },
      onPointerMove: ({ pointerId, pointerType, clientX, clientY }) => {
        const before = fingers.current.get(pointerId);
        if (!before) return;
        const now = { x: clientX, y: clientY };
        const [other] = [...fingers.current].flatMap(([id, point]) => (id === pointerId ? [] : [point]));
        fingers.current.set(pointerId, now);
        if (other) {
          const middle = { clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 };
          const factor = distance(now, other) / Math.max(1, distance(before, other));
          const at = fromMiddle(place.current, middle);
          setZoom((held) => zoomBy(held, factor, at));
        } else if (zoom.scale > 1) move({ x: now.x - before.x, y: now.y - before.y });
        else if (pointerType === 'touch') drawn.current += now.x - before.x;
      },
      onPointerUp: end,
      onPointerCancel: leave,
    },
  };
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function fromMiddle(element: HTMLElement | null, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const box = element?.getBoundingClientRect() ?? new DOMRect();
  return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
}

function panned(element: HTMLElement | null, zoom: Zoom, by: Point): Zoom {
  const picture = element?.querySelector('img');
  if (!element || !picture) return zoom;
  const { offsetWidth: width, offsetHeight: height } = picture;
  return panBy(zoom, by, element.getBoundingClientRect(), { width, height });
}
