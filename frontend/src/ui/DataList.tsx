import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './Button';
import { ErrorState } from './ErrorState';
import { useUiLabels } from './labels';
import { Skeleton, SkeletonGroup } from './Skeleton';

/** A list that is loaded page by page. */
export interface LoadedList<Item> {
  items: readonly Item[];
  status: 'loading' | 'error' | 'ready';
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

export interface DataListProps<Item> {
  /** What is listed: "Members". */
  label: string;
  list: LoadedList<Item>;
  keyOf: (item: Item) => string;
  /** A DataRow. */
  children: (item: Item) => ReactNode;
  /** Search and filters; they stay whatever is found. */
  filters?: ReactNode;
  /** What stands there when there is nothing: an EmptyState. */
  empty: ReactNode;
  /** What happened, when nothing could be loaded. */
  errorTitle: string;
  errorText?: ReactNode;
  className?: string;
}

/** Rows under their filters, in each of their states. What follows is loaded when the end comes into view. */
export function DataList<Item>(props: DataListProps<Item>) {
  const { filters, className, ...content } = props;
  const root = useRef<HTMLDivElement>(null);
  return (
    <div ref={root} tabIndex={-1} className={cn('flex flex-col gap-3 outline-none', className)}>
      {filters && <div className="flex flex-col gap-3 tablet:flex-row tablet:flex-wrap tablet:items-end">{filters}</div>}
      <Content {...content} root={root} />
    </div>
  );
}

type ContentProps<Item> = DataListProps<Item> & { root: RefObject<HTMLElement | null> };

function Content<Item>({ root, label, list, keyOf, children, empty, errorTitle, errorText }: ContentProps<Item>) {
  const onFocus = useKeptFocus(root, list.items.map(keyOf));
  if (list.status === 'loading') return <RowsSkeleton />;
  if (list.status === 'error') {
    return (
      <ErrorState title={errorTitle} onRetry={list.retry}>
        {errorText}
      </ErrorState>
    );
  }
  if (list.items.length === 0 && !list.hasMore) return empty;
  return (
    <>
      <ul aria-label={label} className="flex flex-col divide-y divide-line">
        {list.items.map((item, index) => (
          // What is out of sight costs nothing, however long the list is.
          <li
            key={keyOf(item)}
            data-list-row
            onFocus={() => onFocus(keyOf(item), index)}
            className="[contain-intrinsic-size:auto_3.5rem] [content-visibility:auto]"
          >
            {children(item)}
          </li>
        ))}
      </ul>
      {list.hasMore && <More list={list} />}
    </>
  );
}

/** When a row goes that was being acted on, the one in its place is next; where none is left, the list itself. */
function useKeptFocus(root: RefObject<HTMLElement | null>, keys: readonly string[]): (key: string, index: number) => void {
  const last = useRef<{ key: string; index: number } | null>(null);
  useEffect(() => {
    const was = last.current;
    if (!was || keys.includes(was.key)) return;
    last.current = null;
    // Dialogs of the row give the focus back first.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const rows = root.current?.querySelectorAll('[data-list-row]') ?? [];
      const next = rows[Math.min(was.index, rows.length - 1)]?.querySelector<HTMLElement>('button, a[href], input');
      (next ?? root.current)?.focus();
    });
  });
  return (key, index) => {
    last.current = { key, index };
  };
}

function More<Item>({ list }: { list: LoadedList<Item> }) {
  const labels = useUiLabels();
  const end = useRef<HTMLDivElement>(null);
  const { loadMore } = list;
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), { rootMargin: '400px' });
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
  }, [loadMore]);
  return (
    <div ref={end} className="flex justify-center">
      <Button loading={list.isLoadingMore} onClick={loadMore}>
        {labels.showMore}
      </Button>
    </div>
  );
}

function RowsSkeleton() {
  return (
    <SkeletonGroup className="flex flex-col">
      {['w-40', 'w-52', 'w-36', 'w-44', 'w-48'].map((width) => (
        <div key={width} className="flex items-center gap-3 py-3">
          <Skeleton shape="circle" className="size-8 shrink-0" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className={width} />
            <Skeleton className="w-64" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}

export interface DataRowProps {
  /** An avatar or an icon. */
  leading?: ReactNode;
  title: ReactNode;
  /** A quieter line or two under the title. */
  detail?: ReactNode;
  /** Chips, pills and the like: beside the title where there is room, under it on phones. */
  extra?: ReactNode;
  /** Buttons and menus. */
  actions?: ReactNode;
  className?: string;
}

export function DataRow({ leading, title, detail, extra, actions, className }: DataRowProps) {
  return (
    <div className={cn('flex items-center gap-3 py-2.5', className)}>
      {leading && <span className="flex shrink-0 self-start pt-0.5">{leading}</span>}
      <div className="flex min-w-0 flex-1 flex-col gap-1.5 tablet:flex-row tablet:items-center tablet:gap-4">
        <div className="flex min-w-0 flex-1 flex-col">
          <span className="text-ui font-medium wrap-anywhere">{title}</span>
          {detail && <span className="text-meta text-fg-subtle wrap-anywhere">{detail}</span>}
        </div>
        {extra && <div className="flex min-w-0 flex-wrap items-center gap-1 tablet:max-w-1/2 tablet:justify-end">{extra}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-1">{actions}</div>}
    </div>
  );
}
