import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

export interface PickerCellsProps<T> {
  /** The place that has the highlight. */
  active: number;
  listId: string;
  /** `more`: with Shift held, since another one is to follow. */
  onPick: (item: T, more: boolean) => void;
  onPoint: (place: number) => void;
}

interface PickerCellProps<T> extends PickerCellsProps<T> {
  item: T;
  place: number;
  label: string;
  className: string;
  children: ReactNode;
}

/** One of the things that a picker offers. */
export function PickerCell<T>({ item, place, label, className, children, active, listId, onPick, onPoint }: PickerCellProps<T>) {
  return (
    <button
      id={`${listId}-${place}`}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={place === active}
      aria-label={label}
      onClick={(event) => onPick(item, event.shiftKey)}
      onPointerMove={() => place !== active && onPoint(place)}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      className={cn(
        'grid shrink-0 place-items-center overflow-hidden rounded-card select-none',
        place === active && 'bg-active',
        className,
      )}
    >
      {children}
    </button>
  );
}
