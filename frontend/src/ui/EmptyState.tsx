import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';

export interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** One sentence. */
  children?: ReactNode;
  /** The next thing to do: a Button. */
  action?: ReactNode;
  /** 1: it is all that there is on the page. */
  level?: 1 | 2;
  className?: string;
}

/** A place with nothing in it yet, and the way on from there. */
export function EmptyState({ icon, title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn('mx-auto flex max-w-prose flex-col items-center gap-1.5 p-6 text-center', className)}>
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-active text-fg-muted">
        <Icon icon={icon} size="large" />
      </span>
      <Heading className="text-heading font-semibold text-balance text-fg">{title}</Heading>
      {children && <p className="text-body text-balance text-fg-muted">{children}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
