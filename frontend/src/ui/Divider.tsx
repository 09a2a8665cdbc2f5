import { cn } from '@/lib/cn';
import { NativeButton } from './NativeButton';

/** A plain line between two parts. */
export function Divider({ className }: { className?: string }) {
  return <hr className={cn('border-line', className)} />;
}

export interface LabelledDividerProps {
  label: string;
  className?: string;
}

export interface DayDividerProps extends LabelledDividerProps {
  /** Leads to other days; `hint` says so. For the pointer: whoever has a keyboard gets there another way. */
  onSelect?: () => void;
  hint?: string;
}

/** Stands above the first message of a day. */
export function DayDivider({ label, className, onSelect, hint }: DayDividerProps) {
  return (
    <div className={cn('flex items-center gap-3 text-meta font-medium text-fg-subtle', className)}>
      <span role="separator" aria-label={label} className="h-px flex-1 bg-line" />
      {onSelect ? (
        <NativeButton
          tabIndex={-1}
          aria-label={hint && `${label}, ${hint}`}
          onClick={onSelect}
          className="rounded-full px-2 transition-colors duration-fast hover:bg-hover hover:text-fg pointer-coarse:py-2"
        >
          {label}
        </NativeButton>
      ) : (
        <span aria-hidden>{label}</span>
      )}
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}

/** Stands above the first unread message. */
export function UnreadDivider({ label, className }: LabelledDividerProps) {
  return (
    <div role="separator" aria-label={label} className={cn('flex items-center', className)}>
      <span className="h-px flex-1 bg-accent" />
      <span aria-hidden className="rounded-full bg-accent px-2 text-micro font-semibold text-on-accent">
        {label}
      </span>
    </div>
  );
}
