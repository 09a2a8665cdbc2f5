import { useEffect, useEffectEvent, useRef, type PointerEvent, type RefObject } from 'react';

interface Point {
  x: number;
  y: number;
}

export interface HandActs {
  /** In widths and heights of the frame. */
  onMove: (by: Point) => void;
  /** Times what it was. */
  onZoom: (factor: number) => void;
}

/** What a wheel turns by one notch, in pixels, brings it nearer by a tenth. */
const NOTCH = 120;
const PER_NOTCH = 1.1;

const middle = (points: Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
});

const distance = ([a, b]: Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

/** Dragging with one pointer, pinching with two, and the wheel. @param area what is touched. @param frame what is measured in */
export function useHand(area: RefObject<HTMLElement | null>, frame: RefObject<HTMLElement | null>, { onMove, onZoom }: HandActs) {
  const pointers = useRef(new Map<number, Point>());
  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    onZoom(PER_NOTCH ** (-event.deltaY / NOTCH));
  });
  useEffect(() => {
    const { current } = area;
    // React listens passively: the dialog would scroll.
    const turn = (event: WheelEvent) => wheel(event);
    current?.addEventListener('wheel', turn, { passive: false });
    return () => current?.removeEventListener('wheel', turn);
  }, [area]);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = pointers;
      if (!current.has(event.pointerId) || !frame.current) return;
      const before = [...current.values()];
      current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const now = [...current.values()];
      const { width, height } = frame.current.getBoundingClientRect();
      const [from, to] = [middle(before), middle(now)];
      onMove({ x: (to.x - from.x) / width, y: (to.y - from.y) / height });
      if (now.length === 2 && distance(before) > 0) onZoom(distance(now) / distance(before));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => void pointers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void pointers.current.delete(event.pointerId),
  };
}
