import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Item } from './items';

export interface RovingFocus {
  /** The row in the tab order. */
  activeKey: string | null;
  activeIndex: number;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Arrow keys move between rows; Tab enters and leaves the list at one of them. */
export function useRovingFocus(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  items: readonly Item[],
): RovingFocus {
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const last = items.findLastIndex(({ kind }) => kind === 'row');
  const found = chosen === null ? -1 : items.findIndex(({ key }) => key === chosen);
  const activeIndex = found >= 0 ? found : last;

  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = rowElement(scroller.current, wanted.current);
    wanted.current = null;
    row?.focus({ preventScroll: true });
  });

  const go = (index: number) => {
    const item = items[index];
    if (item?.kind !== 'row') return;
    wanted.current = item.key;
    setChosen(item.key);
    list.current?.scrollToIndex(index, { align: 'nearest' });
  };

  return {
    activeKey: items[activeIndex]?.key ?? null,
    activeIndex,
    onFocus: (event) => {
      const key = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (key !== undefined) setChosen(key);
    },
    onKeyDown: (event) => {
      const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
      const target = isOnRow && !event.altKey && !event.ctrlKey && !event.metaKey ? targetOf(event.key, activeIndex, last) : null;
      if (target === null) return;
      event.preventDefault();
      go(target);
    },
  };
}

function targetOf(key: string, active: number, last: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return active - 1;
    case 'ArrowDown':
      return Math.min(active + 1, last);
    case 'End':
      return last;
    default:
      return null;
  }
}

const rowElement = (scroller: HTMLElement | null, key: string): HTMLElement | null =>
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
