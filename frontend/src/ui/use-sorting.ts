import { useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useUiLabels } from './labels';
import { moved, placeAt, type Sortable } from './sorting';

export interface NamedSortable extends Sortable {
  /** What it is called when its moves are read out. */
  label: string;
}

interface Lift {
  id: string;
  by: 'pointer' | 'keys';
  order: string[];
}

export interface Sorting {
  /** Ids as they are to be shown now. */
  order: readonly string[];
  liftedId: string | null;
  /** What has just happened, for screen readers. */
  announcement: string;
  handleProps: (item: NamedSortable) => HandleProps;
}

interface HandleProps {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  onPointerCancel: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onBlur: () => void;
}

const ROW = '[data-sortable]';

/** Moves rows by pointer, pen, finger or keys. Nothing is told to the outside before it is put down. */
export function useSorting(
  items: readonly NamedSortable[],
  listRef: RefObject<HTMLElement | null>,
  onReorder: (ids: string[], movedId: string) => void,
): Sorting {
  const labels = useUiLabels();
  const [lift, setLift] = useState<Lift | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const resting = items.map(({ id }) => id);
  const order = lift?.order ?? resting;

  const say = (words: 'lifted' | 'movedTo' | 'dropped', item: NamedSortable, ids: readonly string[]) =>
    setAnnouncement(labels[words](item.label, ids.indexOf(item.id) + 1, ids.length));
  const pickUp = (item: NamedSortable, by: Lift['by']) => {
    setLift({ id: item.id, by, order: resting });
    say('lifted', item, resting);
  };
  const moveTo = (item: NamedSortable, by: Lift['by'], place: number) => {
    const next = moved(items, order, item.id, place);
    if (isSame(next, order)) return;
    setLift({ id: item.id, by, order: next });
    say('movedTo', item, next);
    scrollIntoView(listRef.current, item.id);
  };
  const putDown = (item: NamedSortable, at: string[]) => {
    setLift(null);
    say('dropped', item, at);
    if (!isSame(at, resting)) onReorder(at, item.id);
  };
  const putBack = (item: NamedSortable) => {
    setLift(null);
    setAnnouncement(labels.putBack(item.label));
  };
  const placeOf = (item: NamedSortable, event: PointerEvent) => placeAt(event.clientY, boxesOfOthers(listRef.current, item.id));

  const onKeyDown = (item: NamedSortable, event: KeyboardEvent) => {
    const act = keyActs[event.key];
    if (!act || (!lift && act !== 'grip')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!lift) pickUp(item, 'keys');
    else if (act === 'grip') putDown(item, lift.order);
    else if (act === 'cancel') putBack(item);
    else moveTo(item, 'keys', act === 'first' ? 0 : act === 'last' ? order.length : order.indexOf(item.id) + act);
  };

  return {
    order,
    liftedId: lift?.id ?? null,
    announcement,
    handleProps: (item) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        pickUp(item, 'pointer');
      },
      onPointerMove: (event) => lift?.by === 'pointer' && moveTo(item, 'pointer', placeOf(item, event)),
      // By where the pointer is now: its last move may not have been rendered yet.
      onPointerUp: (event) => lift?.by === 'pointer' && putDown(item, moved(items, order, item.id, placeOf(item, event))),
      onPointerCancel: () => lift && putBack(item),
      onKeyDown: (event) => onKeyDown(item, event),
      onBlur: () => lift?.by === 'keys' && putDown(item, lift.order),
    }),
  };
}

const keyActs: Readonly<Record<string, 'grip' | 'cancel' | 'first' | 'last' | -1 | 1>> = {
  ' ': 'grip',
  Enter: 'grip',
  Escape: 'cancel',
  ArrowUp: -1,
  ArrowDown: 1,
  Home: 'first',
  End: 'last',
};

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.every((id, index) => id === b[index]);

const rowsOf = (list: HTMLElement | null): HTMLElement[] => [...(list?.querySelectorAll<HTMLElement>(ROW) ?? [])];

/** As they stand on the screen, whatever their order in the document. */
const boxesOfOthers = (list: HTMLElement | null, id: string): DOMRect[] =>
  rowsOf(list)
    .filter(({ dataset }) => dataset['sortable'] !== id)
    .map((row) => row.getBoundingClientRect());

function scrollIntoView(list: HTMLElement | null, id: string): void {
  // The row stands at its new place after the next rendering.
  requestAnimationFrame(() =>
    rowsOf(list)
      .find(({ dataset }) => dataset['sortable'] === id)
      ?.scrollIntoView({ block: 'nearest' }),
  );
}
