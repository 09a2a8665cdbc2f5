import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { ReadingPlace } from '../reading-places';
import { seqOf, type Item } from './items';

/** So near to the end, in pixels, counts as at the end. */
const END_SLACK = 32;
/** Some of what was read stays in view above the unread line. */
export const ABOVE_UNREAD = -72;

/** What is on screen. */
export interface Seen {
  atEnd: boolean;
  /** Index of the first and the last entry in view. */
  first: number;
  last: number;
  /** Pixels to either end. */
  above: number;
  below: number;
  /** Its height in pixels. */
  viewport: number;
  /** The list stands where it opens: only then may it grow at its ends. */
  placed: boolean;
}

export interface ListScroll {
  list: RefObject<VirtualizerHandle | null>;
  /** Hidden until the list stands where it opens. */
  placed: boolean;
  onScroll: () => void;
  onResize: () => void;
  toEnd: () => void;
}

export interface ListScrollOptions {
  items: readonly Item[];
  /** Changes when the list starts anew. */
  epoch: number;
  /** Where it opens; null: at the end. */
  opening: Opening | null;
  /** The end of what is held is the end of the conversation. */
  holdsEnd: boolean;
  onSeen: (seen: Seen) => void;
  /** Where somebody reads; null at the end. */
  onPlace: (place: ReadingPlace | null) => void;
}

export interface Opening {
  index: number;
  align: 'start' | 'center';
  offset: number;
}

/** Opens the list where it should, and keeps it at the end for somebody who is at the end. */
export function useListScroll(options: ListScrollOptions): ListScroll {
  const { items, epoch, opening, holdsEnd, onSeen, onPlace } = options;
  const list = useRef<VirtualizerHandle>(null);
  const stuck = useRef(opening === null);
  const before = useRef({ above: 0, viewport: 0 });
  const count = items.length;
  const placed = useOpening(list, epoch, opening, count);

  const toEnd = useCallback(() => {
    stuck.current = true;
    list.current?.scrollToIndex(count - 1, { align: 'end' });
  }, [count]);

  const look = useCallback(() => {
    if (!list.current) return;
    const seen = { ...seenIn(list.current), placed };
    // When the viewport grows, the browser moves what is in it down: nobody scrolled.
    const movedUp = seen.above < before.current.above - 1 && seen.viewport === before.current.viewport;
    if (seen.atEnd) stuck.current = holdsEnd;
    else if (movedUp) stuck.current = false;
    before.current = seen;
    if (placed) onPlace(stuck.current ? null : placeOf(list.current, items, seen.first));
    onSeen(seen);
  }, [items, holdsEnd, onSeen, onPlace, placed]);

  const keepEnd = useCallback(() => {
    if (stuck.current && holdsEnd) list.current?.scrollToIndex(count - 1, { align: 'end' });
    look();
  }, [count, holdsEnd, look]);

  const lastItem = items.at(-1);
  const lastPending = lastItem?.kind === 'row' && lastItem.row.kind === 'pending' ? lastItem.key : null;
  useLayoutEffect(() => {
    // Whoever sends wants to see it.
    if (lastPending !== null) stuck.current = true;
  }, [lastPending]);
  useLayoutEffect(keepEnd, [items, keepEnd]);

  return { list, placed, onScroll: look, onResize: keepEnd, toEnd };
}

function seenIn(list: VirtualizerHandle): Omit<Seen, 'placed'> {
  const { scrollOffset, scrollSize, viewportSize } = list;
  const below = Math.max(0, scrollSize - viewportSize - scrollOffset);
  return {
    atEnd: below <= END_SLACK,
    first: list.findItemIndex(scrollOffset),
    last: list.findItemIndex(scrollOffset + viewportSize - 1),
    above: scrollOffset,
    below,
    viewport: viewportSize,
  };
}

function placeOf(list: VirtualizerHandle, items: readonly Item[], first: number): ReadingPlace | null {
  const index = items.findIndex((item, at) => at >= first && seqOf(item) !== null);
  const seq = seqOf(items[index]);
  return seq === null ? null : { seq, offset: list.scrollOffset - list.getItemOffset(index) };
}

/** Scrolls to where the list opens; true once rows there have been measured. */
function useOpening(list: RefObject<VirtualizerHandle | null>, epoch: number, opening: Opening | null, count: number): boolean {
  const [placedEpoch, setPlacedEpoch] = useState<number | null>(null);
  // Only what holds at the moment of opening counts.
  const target = useRef({ opening, count });
  useLayoutEffect(() => {
    target.current = { opening, count };
  });
  useLayoutEffect(() => {
    const { opening: where, count: length } = target.current;
    if (where) list.current?.scrollToIndex(where.index, where);
    else list.current?.scrollToIndex(length - 1, { align: 'end' });
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPlacedEpoch(epoch));
    });
    return () => cancelAnimationFrame(frame);
  }, [list, epoch]);
  return placedEpoch === epoch;
}
