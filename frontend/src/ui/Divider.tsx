import { cn } from '@/lib/cn';

/** A plain line between two parts. */
export function Divider({ className }: { className?: string }) {
  return <hr className={cn('border-line', className)} />;
}

export interface LabelledDividerProps {
  label: string;
  className?: string;
}

/** Stands above the first message of a day. */
export function DayDivider({ label, className }: LabelledDividerProps) {
  return (
    <div role="separator" aria-label={label} className={cn('flex items-center gap-3 text-meta font-medium text-fg-subtle', className)}>
      <span className="h-px flex-1 bg-line" />
      <span aria-hidden>{label}</span>
      <span className="h-px flex-1 bg-line" />
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
