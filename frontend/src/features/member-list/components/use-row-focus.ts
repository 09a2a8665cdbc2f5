import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Layout } from '../layout';
import { placeOf, rowAt, type MemberPart } from '../part';

export interface RowFocusOptions {
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  part: MemberPart;
  layout: Layout;
}

export interface RowFocus {
  /** The row in the tab order: it follows its person, wherever they come to stand. */
  activeRow: number;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Arrow keys move between members, whole screens and to either end; Tab enters and leaves the list at one of them. */
export function useRowFocus({ scroller, list, part, layout }: RowFocusOptions): RowFocus {
  const [chosen, setChosen] = useState<{ userId: string | null; row: number }>({ userId: null, row: 0 });
  /** A row that is to take the focus as soon as it is there. */
  const wanted = useRef<number | null>(null);
  const found = chosen.userId === null ? -1 : placeOf(part, chosen.userId);
  const last = Math.max(0, part.total - 1);
  const activeRow = Math.min(found >= 0 ? found : chosen.row, last);

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-member-row="${wanted.current}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  const go = (row: number) => {
    wanted.current = row;
    setChosen({ userId: rowAt(part, row)?.member.user.id ?? null, row });
    // The first one brings the heading above it into view.
    list.current?.scrollToIndex(row === 0 ? 0 : layout.itemOf(row), { align: 'nearest' });
  };

  return {
    activeRow,
    onFocus: ({ target }) => {
      wanted.current = null;
      const { memberRow, userId } = target.dataset;
      if (memberRow !== undefined && userId !== undefined) setChosen({ userId, row: Number(memberRow) });
    },
    onKeyDown: (event) => {
      const { key, target, altKey, ctrlKey, metaKey } = event;
      const isOnRow = target instanceof HTMLElement && target.dataset['memberRow'] !== undefined;
      if (!isOnRow || altKey || ctrlKey || metaKey) return;
      const row = targetOf(key, activeRow, last, rowsOnScreen(list.current));
      if (row === null) return;
      event.preventDefault();
      if (row !== activeRow) go(row);
    },
  };
}

function targetOf(key: string, active: number, last: number, page: number): number | null {
  const within = (row: number) => Math.min(last, Math.max(0, row));
  switch (key) {
    case 'ArrowUp':
      return within(active - 1);
    case 'ArrowDown':
      return within(active + 1);
    case 'PageUp':
      return within(active - page);
    case 'PageDown':
      return within(active + page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function rowsOnScreen(list: VirtualizerHandle | null): number {
  if (!list) return 1;
  const { scrollOffset, viewportSize } = list;
  return Math.max(1, list.findItemIndex(scrollOffset + viewportSize) - list.findItemIndex(scrollOffset) - 1);
}
