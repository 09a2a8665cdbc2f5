import { useMemo, useState, type DragEvent } from 'react';
import type { Target } from './places';

const FORMAT = 'application/x-hearth-channel';

interface Dragged {
  id: string;
  target: Target | null;
}

interface Zone {
  onDragOver: (event: DragEvent<HTMLElement>) => void;
  onDrop: (event: DragEvent<HTMLElement>) => void;
}

export interface Drag {
  /** What is being dragged. */
  id: string | null;
  /** The place under the pointer; the list draws a line there. */
  target: Target | null;
  source: (id: string) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  zone: (place: (event: DragEvent<HTMLElement>) => Target) => Zone;
}

/** Channels, or categories, dragged to another place by mouse; menus do the same for everybody else. */
export function useDrag(mayDrop: (id: string, target: Target) => boolean, onDrop: (id: string, target: Target) => void): Drag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  return useMemo(
    () => ({
      id: dragged?.id ?? null,
      target: dragged?.target ?? null,
      source: (id) => ({
        draggable: true,
        onDragStart: (event) => {
          event.dataTransfer.setData(FORMAT, id);
          event.dataTransfer.effectAllowed = 'move';
          setDragged({ id, target: null });
        },
        onDragEnd: () => setDragged(null),
      }),
      zone: (place) => ({
        onDragOver: (event) => {
          if (!dragged) return;
          event.stopPropagation();
          const wanted = place(event);
          const target = mayDrop(dragged.id, wanted) ? wanted : null;
          if (target) event.preventDefault();
          if (!isSame(target, dragged.target)) setDragged({ ...dragged, target });
        },
        onDrop: (event) => {
          if (!dragged?.target) return;
          event.preventDefault();
          event.stopPropagation();
          onDrop(dragged.id, dragged.target);
          setDragged(null);
        },
      }),
    }),
    [dragged, mayDrop, onDrop],
  );
}

const isSame = (a: Target | null, b: Target | null) => a?.parentId === b?.parentId && a?.index === b?.index;

/** One place for what either of two drags brings. */
export const bothZones = (one: Zone, other: Zone): Zone => ({
  onDragOver: (event) => {
    one.onDragOver(event);
    other.onDragOver(event);
  },
  onDrop: (event) => {
    one.onDrop(event);
    other.onDrop(event);
  },
});

/** The upper half of a row stands for the place before it, the lower half for the one after. */
export const halfOf = (event: DragEvent<HTMLElement>): 0 | 1 => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 0 : 1;
};
