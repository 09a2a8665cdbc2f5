import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { useDelayedFlag } from '@/lib/use-delayed-flag';
import { useUiLabels } from './labels';
import { VisuallyHidden } from './VisuallyHidden';

const shapes = { text: 'h-3 rounded-chip', block: 'rounded-card', circle: 'rounded-full' } as const;

/** One grey shape; give it the size of what will stand there: `className="size-10"`, `"w-32"`. */
export function Skeleton({ shape = 'text', className }: { shape?: keyof typeof shapes; className?: string }) {
  return <span aria-hidden className={cn('block max-w-full animate-breathe bg-active', shapes[shape], className)} />;
}

export interface SkeletonGroupProps {
  /** What is loading: "Loading messages". */
  label?: string;
  className?: string;
  children: ReactNode;
}

/** Holds the space from the start and shows its shapes after 150 ms, so that quick answers do not flicker. */
export function SkeletonGroup({ label, className, children }: SkeletonGroupProps) {
  const labels = useUiLabels();
  const visible = useDelayedFlag(true);
  return (
    <div role="status" aria-busy="true" className={cn(!visible && '*:invisible', className)}>
      {children}
      {visible && <VisuallyHidden>{label ?? labels.loading}</VisuallyHidden>}
    </div>
  );
}
