import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { isPressed } from '@/lib/keys';
import { FocusedRow } from './focused-row';
import { indexFrom, seqOf, type Item } from './items';
import { listKeys } from './keys';

/** So long after a key the list may still be on its way to where it leads. */
const GOING_MS = 1_000;

export interface RovingFocus {
  /** The row that Tab leads to: the last one that had the focus, else the `fallback`, else the newest. */
  activeKey: string | null;
  activeIndex: number;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
  onBlur: (event: FocusEvent<HTMLElement>) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export interface RovingOptions {
  scroller: RefObject<HTMLElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  items: readonly Item[];
  /** The row to which the list was led: whoever has the focus in the list goes along. */
  landing: string | null;
  /**
   * In the middle of a conversation one that was in view. The newest is far from there: it would be laid out for this alone, and measured
   * while pages come at both ends, when the list takes whatever grows for something above.
   */
  fallback: string | null;
}

/** Arrow keys move between rows; Tab enters and leaves the list at one of them. */
export function useRovingFocus({ scroller, list, items, landing, fallback }: RovingOptions): RovingFocus {
  const { activeIndex, choose } = useChosen(items, landing, fallback);
  const activeKey = items[activeIndex]?.key ?? null;
  const wanted = useRef<string | null>(null);
  const focus = useFocusedRow(scroller);
  const last = items.findLastIndex(isRow);

  useLayoutEffect(() => {
    if (landing !== null && focus.isHere()) wanted.current = landing;
  }, [landing, focus]);

  useLayoutEffect(() => {
    // A row that became another one, such as a message that was deleted, has lost the focus with its element; so has one that was let go of.
    const key = wanted.current ?? (focus.isLost() ? activeKey : null);
    wanted.current = null;
    if (key !== null) focus.give(key);
    else if (activeKey !== null && focus.isAway()) focus.await(activeKey);
  });

  const going = useRef({ key: '', until: 0 });
  useLayoutEffect(() => {
    // More that was loaded on the way there has moved where it is.
    const { key, until } = going.current;
    const index = performance.now() < until ? items.findIndex((item) => item.key === key) : -1;
    if (index >= 0) list.current?.scrollToIndex(index, { align: 'nearest' });
  }, [items, list]);

  const go = (index: number) => {
    const item = items[index];
    if (item?.kind !== 'row') return;
    wanted.current = item.key;
    going.current = { key: item.key, until: performance.now() + GOING_MS };
    choose(item.key);
    list.current?.scrollToIndex(index, { align: 'nearest' });
  };

  return {
    activeKey,
    activeIndex,
    onFocus: ({ target }) => {
      // Menus of rows are told of too, and lie elsewhere.
      const key = scroller.current?.contains(target) ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;
      if (key !== undefined) choose(key);
    },
    onBlur: focus.onBlur,
    onKeyDown: (event) => {
      const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
      const target = isOnRow ? targetOf(event, { active: activeIndex, first: items.findIndex(isRow), last }) : null;
      if (target === null) return;
      event.preventDefault();
      go(target);
    },
  };
}

/** The row that has the focus, or had it when what lies over the page took it. */
function useFocusedRow(scroller: RefObject<HTMLElement | null>) {
  const [focus] = useState(() => new FocusedRow(scroller));
  useEffect(() => {
    const controller = new AbortController();
    const options = { capture: true, signal: controller.signal };
    document.addEventListener('focusin', ({ target }) => focus.note(target), options);
    document.addEventListener('pointerdown', () => focus.press(true), options);
    for (const end of ['pointerup', 'pointercancel', 'keydown'] as const) document.addEventListener(end, () => focus.press(false), options);
    return () => controller.abort();
  }, [focus]);
  return focus;
}

interface Chosen {
  key: string;
  seq: number | null;
}

/** Of a row that is held no more, since the list let go of one end, the next one that is. */
function useChosen(items: readonly Item[], landing: string | null, fallback: string | null) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [landed, setLanded] = useState(landing);
  const withSeq = (key: string): Chosen => ({ key, seq: seqOf(items.find((item) => item.key === key)) });
  if (landing !== landed) {
    setLanded(landing);
    if (landing !== null) setChosen(withSeq(landing));
  }
  const shown = chosen ?? (fallback === null ? null : withSeq(fallback));
  return { activeIndex: placeOf(shown, items), choose: (key: string) => setChosen(withSeq(key)) };
}

function placeOf(chosen: Chosen | null, items: readonly Item[]): number {
  const found = chosen ? items.findIndex(({ key }) => key === chosen.key) : -1;
  const next = found < 0 && chosen?.seq != null ? indexFrom(items, chosen.seq) : found;
  return next < 0 ? items.findLastIndex(isRow) : next;
}

const isRow = ({ kind }: Item): boolean => kind === 'row';

function targetOf({ nativeEvent }: KeyboardEvent, { active, first, last }: Record<'active' | 'first' | 'last', number>): number | null {
  if (isPressed(listKeys.previous.keys, nativeEvent)) return active - 1;
  if (isPressed(listKeys.next.keys, nativeEvent)) return Math.min(active + 1, last);
  if (isPressed(listKeys.first.keys, nativeEvent)) return first;
  return isPressed(listKeys.last.keys, nativeEvent) ? last : null;
}
