import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { blocksAround, type Layout } from '../layout';
import { placeOf, rowAt, type MemberPart } from '../part';

export type SeeBlocks = (change: (held: readonly number[]) => readonly number[]) => void;

export interface SightOptions {
  list: RefObject<VirtualizerHandle | null>;
  part: MemberPart;
  layout: Layout;
  /** Told which blocks are on screen. */
  onSee: SeeBlocks;
}

/** Who stands at the top of what is on screen, and at how many pixels from the top of the list. */
interface Anchor {
  userId: string;
  item: number;
  offset: number;
}

/**
 * Looks where somebody has scrolled to. Whoever comes or goes above that does not move it; only at the very top it is the first rows that
 * stay in view.
 */
export function useSight({ list, part, layout, onSee }: SightOptions): () => void {
  const anchor = useRef<Anchor | null>(null);

  const look = () => {
    const handle = list.current;
    if (!handle || handle.viewportSize === 0) return;
    const { scrollOffset, viewportSize } = handle;
    const first = handle.findItemIndex(scrollOffset);
    const seen = layout.rowsBetween(first, handle.findItemIndex(scrollOffset + viewportSize));
    const item = layout.itemOf(seen.first);
    const userId = rowAt(part, seen.first)?.member.user.id;
    anchor.current = scrollOffset > 0 && userId !== undefined ? { userId, item, offset: handle.getItemOffset(item) } : null;
    const blocks = blocksAround(seen, part.total);
    onSee((held) => (held.join() === blocks.join() ? held : blocks));
  };

  useLayoutEffect(() => {
    const held = anchor.current;
    const place = held ? placeOf(part, held.userId) : -1;
    const item = layout.itemOf(place);
    if (held && place >= 0 && item !== held.item) list.current?.scrollBy(list.current.getItemOffset(item) - held.offset);
    look();
  });
  return look;
}
