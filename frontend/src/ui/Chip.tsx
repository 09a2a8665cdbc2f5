import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';

export interface ChipProps {
  /** A ColorDot, an icon or a small avatar. */
  leading?: ReactNode;
  onRemove?: () => void;
  /** What removing says: "Remove Moderator". */
  removeLabel?: string;
  className?: string;
  children: string;
}

/** One of several short things that belong to something: a role of a member, a tag of a post. */
export function Chip({ leading, onRemove, removeLabel, className, children }: ChipProps) {
  return (
    <span
      className={cn(
        'inline-flex h-6 max-w-full items-center gap-1.5 rounded-chip border border-line bg-hover px-2 text-meta font-medium text-fg',
        onRemove && 'pe-0.5',
        className,
      )}
    >
      {leading}
      <bdi className="truncate">{children}</bdi>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="touch-area grid size-5 shrink-0 place-items-center rounded-chip text-fg-subtle transition-colors hover:bg-active hover:text-fg"
        >
          <Icon icon={X} size="small" />
        </button>
      )}
    </span>
  );
}
