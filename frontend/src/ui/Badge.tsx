import { cn } from '@/lib/cn';
import { useUiLabels } from './labels';
import { VisuallyHidden } from './VisuallyHidden';

export interface BadgeProps {
  /** What is counted, in full: "3 mentions". */
  label: string;
  /** Without one it is a dot. */
  count?: number;
  /** `danger` for mentions, `neutral` for other counts. */
  tone?: 'danger' | 'neutral';
  className?: string;
}

const MAX_COUNT = 99;

export function Badge({ label, count, tone = 'danger', className }: BadgeProps) {
  const { number } = useUiLabels();
  const colours = tone === 'danger' ? 'bg-danger text-on-danger' : 'bg-active text-fg-muted';
  return (
    <span className={cn('inline-flex shrink-0', className)}>
      {count === undefined ? (
        <span aria-hidden className={cn('size-2 rounded-full', tone === 'danger' ? 'bg-danger' : 'bg-fg')} />
      ) : (
        <span aria-hidden className={cn('min-w-4 rounded-full px-1 text-center text-micro font-semibold tabular-nums', colours)}>
          {count > MAX_COUNT ? `${number(MAX_COUNT)}+` : number(count)}
        </span>
      )}
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}
