import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

interface OptionRowProps {
  id: string;
  isActive: boolean;
  onChoose: () => void;
  onHover: () => void;
  leading?: ReactNode;
  detail?: ReactNode;
  trailing?: ReactNode;
  isStrong?: boolean;
  children: ReactNode;
}

/** One row of a list below a field, which keeps the focus. */
export function OptionRow({ id, isActive, onChoose, onHover, leading, detail, trailing, isStrong = false, children }: OptionRowProps) {
  return (
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      onPointerMove={onHover}
      className={cn(
        'flex min-h-9 cursor-default items-center gap-2.5 rounded-chip px-2 py-1.5 text-ui select-none pointer-coarse:min-h-touch',
        isActive && 'bg-active',
      )}
    >
      {leading}
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <bdi className={cn('truncate', isStrong && 'font-semibold', detail && 'max-w-2/3 shrink-0')}>{children}</bdi>
        {detail && <bdi className="min-w-0 truncate text-meta text-fg-subtle">{detail}</bdi>}
      </span>
      {trailing}
    </div>
  );
}
