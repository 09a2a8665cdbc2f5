import { GripVertical } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';
import { useUiLabels } from './labels';
import { useSorting, type NamedSortable, type Sorting } from './use-sorting';
import { VisuallyHidden } from './VisuallyHidden';

export interface SortableListProps<Item extends NamedSortable> {
  label: string;
  items: readonly Item[];
  /** All ids in their new order, and which one was moved. */
  onReorder: (ids: string[], movedId: string) => void;
  /** What a row shows beside its handle. */
  children: (item: Item) => ReactNode;
  className?: string;
}

/** A list whose order people make, by dragging a row at its handle or with the keys on it. */
export function SortableList<Item extends NamedSortable>({ label, items, onReorder, children, className }: SortableListProps<Item>) {
  const labels = useUiLabels();
  const hintId = useId();
  const listRef = useRef<HTMLUListElement>(null);
  const sorting = useSorting(items, listRef, onReorder);
  return (
    <>
      <ul ref={listRef} aria-label={label} className={cn('flex flex-col', className)}>
        {items.map((item) => (
          <Row key={item.id} item={item} sorting={sorting} hintId={hintId}>
            {children(item)}
          </Row>
        ))}
      </ul>
      <VisuallyHidden id={hintId}>{labels.reorderHint}</VisuallyHidden>
      <VisuallyHidden role="status">{sorting.announcement}</VisuallyHidden>
    </>
  );
}

interface RowProps {
  item: NamedSortable;
  sorting: Sorting;
  hintId: string;
  children: ReactNode;
}

/** Moved by `order` alone while it is held, so that it keeps the focus and the pointer. */
function Row({ item, sorting, hintId, children }: RowProps) {
  const lifted = sorting.liftedId === item.id;
  return (
    <li
      data-sortable={item.id}
      style={{ order: sorting.order.indexOf(item.id) }}
      className={cn('relative flex items-center gap-1 rounded-card', lifted && 'z-1 bg-popover shadow-float')}
    >
      {item.locked ? <span className="w-8 shrink-0 pointer-coarse:w-touch" /> : <Handle {...{ item, sorting, hintId, lifted }} />}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}

function Handle({ item, sorting, hintId, lifted }: Omit<RowProps, 'children'> & { lifted: boolean }) {
  const labels = useUiLabels();
  return (
    <button
      type="button"
      aria-label={labels.reorder(item.label)}
      aria-describedby={hintId}
      aria-pressed={lifted}
      {...sorting.handleProps(item)}
      className={cn(
        'grid size-8 shrink-0 touch-none place-items-center rounded-card text-fg-subtle transition-colors hover:bg-hover hover:text-fg pointer-coarse:size-touch',
        lifted ? 'cursor-grabbing' : 'cursor-grab!',
      )}
    >
      <Icon icon={GripVertical} />
    </button>
  );
}
