import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';

const tones = {
  neutral: 'bg-active text-fg-muted',
  accent: 'bg-accent-subtle text-accent-text',
  success: 'bg-success-subtle text-success-text',
  warning: 'bg-warning-subtle text-warning-text',
  danger: 'bg-danger-subtle text-danger-text',
  info: 'bg-info-subtle text-info-text',
} as const;

export interface PillProps {
  tone?: keyof typeof tones;
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}

/** A short word about a thing: a role, a state, "Bot". */
export function Pill({ tone = 'neutral', icon, className, children }: PillProps) {
  return (
    <span className={cn('inline-flex h-5 max-w-full items-center gap-1 rounded-full px-2 text-meta font-medium', tones[tone], className)}>
      {icon && <Icon icon={icon} size="tiny" />}
      <span className="truncate">{children}</span>
    </span>
  );
}
