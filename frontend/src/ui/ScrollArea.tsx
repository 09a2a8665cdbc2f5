import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

export interface ScrollAreaProps extends ComponentProps<'div'> {
  /** Names the region and makes it reachable by keyboard; needed where nothing inside takes focus. */
  label?: string;
}

/** The browser's own scrolling with a quiet scrollbar. The padding leaves room for focus rings at the edges. */
export function ScrollArea({ label, className, ...props }: ScrollAreaProps) {
  const region = label ? ({ role: 'region', tabIndex: 0, 'aria-label': label } as const) : {};
  return <div {...region} {...props} className={cn('min-h-0 overflow-y-auto overscroll-contain scrollbar-quiet', className)} />;
}
