import { createContext, useId, useRef, useState, type ReactNode } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { rowOf, type PickerContent, type PickerRow } from '../picker-rows';
import type { PickerCellsProps } from './PickerCell';
import { PickerSearch } from './PickerSearch';
import { usePickerKeys } from './use-picker-keys';

/** Scrolls the list to one of its rows. */
export const GoToRow = createContext<(row: number) => void>(() => undefined);

export interface PickerListProps<T> {
  label: string;
  searchLabel: string;
  query: string;
  onQuery: (query: string) => void;
  content: PickerContent<T>;
  onPick: (item: T, more: boolean) => void;
  /** Between the field and the list; scrolls with `GoToRow`. */
  bar?: ReactNode;
  row: (row: PickerRow<T>, cells: PickerCellsProps<T>) => ReactNode;
  /** Where nothing is found. */
  empty: ReactNode;
  footer: (active: T | undefined) => ReactNode;
}

/** A field to search in and what it finds, to be walked with the arrow keys. */
export function PickerList<T>({ label, searchLabel, query, onQuery, content, onPick, bar, row, empty, footer }: PickerListProps<T>) {
  const listId = useId();
  const list = useRef<VirtualizerHandle>(null);
  const [place, setPlace] = useState(-1);
  const active = content.items[place];
  const go = (next: number) => {
    setPlace(next);
    scrollTo(list.current, content, next);
  };
  const onKeyDown = usePickerKeys({ content, place, query, go, pick: onPick });
  return (
    <>
      <PickerSearch
        label={searchLabel}
        query={query}
        onQuery={(next) => {
          onQuery(next);
          setPlace(next.trim() === '' ? -1 : 0);
          list.current?.scrollTo(0);
        }}
        onKeyDown={onKeyDown}
        listId={listId}
        activeId={active && `${listId}-${place}`}
      />
      <GoToRow value={(at) => list.current?.scrollToIndex(at, { align: 'start' })}>{bar}</GoToRow>
      <div id={listId} role="listbox" aria-label={label} className="min-h-0 flex-1 overflow-y-auto overscroll-contain scrollbar-quiet">
        <Virtualizer ref={list} data={content.rows} bufferSize={200}>
          {(one, index) => <div key={index}>{row(one, { active: place, listId, onPick, onPoint: setPlace })}</div>}
        </Virtualizer>
        {content.items.length === 0 && empty}
      </div>
      {footer(active)}
    </>
  );
}

function scrollTo<T>(list: VirtualizerHandle | null, content: PickerContent<T>, place: number): void {
  const row = rowOf(content, place);
  // With the heading above the first row.
  list?.scrollToIndex(row <= 1 ? 0 : row, { align: 'nearest' });
}
