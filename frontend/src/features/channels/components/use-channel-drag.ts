import { useState, type DragEvent } from 'react';
import type { Target } from './places';

const FORMAT = 'application/x-hearth-channel';

interface Drag {
  channelId: string;
  target: Target | null;
}

export interface ChannelDrag {
  /** The place under the pointer; the list draws a line there. */
  target: Target | null;
  source: (channelId: string) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  zone: (place: (event: DragEvent<HTMLElement>) => Target) => {
    onDragOver: (event: DragEvent<HTMLElement>) => void;
    onDrop: (event: DragEvent<HTMLElement>) => void;
  };
}

/** Channels dragged to another place by mouse; menus do the same for everybody else. */
export function useChannelDrag(onMove: (channelId: string, target: Target) => void): ChannelDrag {
  const [drag, setDrag] = useState<Drag | null>(null);
  return {
    target: drag?.target ?? null,
    source: (channelId) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.setData(FORMAT, channelId);
        event.dataTransfer.effectAllowed = 'move';
        setDrag({ channelId, target: null });
      },
      onDragEnd: () => setDrag(null),
    }),
    zone: (place) => ({
      onDragOver: (event) => {
        if (!drag) return;
        event.preventDefault();
        event.stopPropagation();
        const target = place(event);
        if (!isSame(target, drag.target)) setDrag({ ...drag, target });
      },
      onDrop: (event) => {
        if (!drag?.target) return;
        event.preventDefault();
        event.stopPropagation();
        onMove(drag.channelId, drag.target);
        setDrag(null);
      },
    }),
  };
}

const isSame = (a: Target, b: Target | null) => b !== null && a.parentId === b.parentId && a.index === b.index;

/** The upper half of a row stands for the place before it, the lower half for the one after. */
export const halfOf = (event: DragEvent<HTMLElement>): 0 | 1 => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY < top + height / 2 ? 0 : 1;
};
