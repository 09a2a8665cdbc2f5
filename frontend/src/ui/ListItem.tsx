import type { ReactElement, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useSlot } from './use-slot';

export interface ListItemProps {
  /** An icon or avatar. */
  leading?: ReactNode;
  /** Badges and pills after the text, read with it. */
  trailing?: ReactNode;
  /** Small IconButtons, shown on hover and focus; always on touch screens. */
  actions?: ReactNode;
  /** A second, quieter line. */
  detail?: ReactNode;
  selected?: boolean;
  /** Bold: there is something new in it. */
  unread?: boolean;
  /** Faint: it was muted, or is away. */
  muted?: boolean;
  /** The element that acts: `<Link href>` or, by default, a button. */
  render?: ReactElement;
  onClick?: () => void;
  className?: string;
  children: ReactNode;
}

/** A row of a sidebar: channels, members, conversations, sections of settings. */
export function ListItem(props: ListItemProps) {
  const { actions, selected = false, className } = props;
  return (
    <div
      className={cn(
        'relative flex items-center rounded-card text-ui transition-colors duration-fast',
        selected ? 'bg-selected' : 'hover:bg-hover hover:text-fg has-[>:active]:bg-active',
        textColour(props),
        className,
      )}
    >
      <ItemTarget {...props} />
      {actions && <span className="row-actions">{actions}</span>}
    </div>
  );
}

function textColour({ selected, unread, muted }: ListItemProps): string {
  if (selected || unread) return 'text-fg';
  return muted ? 'text-fg-subtle' : 'text-fg-muted';
}

function ItemTarget({ leading, trailing, detail, selected, unread, muted, render, onClick, children }: ListItemProps) {
  return useSlot(render ?? <button type="button" />, {
    onClick,
    'aria-current': selected ? ('page' as const) : undefined,
    className: 'flex min-h-8 min-w-0 flex-1 items-center gap-2 rounded-card px-2 py-1 text-start pointer-coarse:min-h-touch',
    children: (
      <>
        {leading && <span className={cn('flex', muted && 'saturate-50')}>{leading}</span>}
        <span className="flex min-w-0 flex-1 flex-col">
          <span dir="auto" className={cn('truncate text-match-parent', unread && 'font-semibold')}>
            {children}
          </span>
          {detail && (
            <span dir="auto" className="truncate text-match-parent text-meta text-fg-subtle">
              {detail}
            </span>
          )}
        </span>
        {trailing}
      </>
    ),
  });
}
