import { CloudAlert, RotateCw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { useUiLabels } from './labels';

export interface ErrorStateProps {
  /** What happened: "Messages didn't load". */
  title: string;
  /** What the person can do. */
  children?: ReactNode;
  icon?: LucideIcon;
  onRetry?: () => void;
  retrying?: boolean;
  className?: string;
}

export function ErrorState({ title, children, icon = CloudAlert, onRetry, retrying, className }: ErrorStateProps) {
  const labels = useUiLabels();
  const retry = onRetry && (
    <Button icon={RotateCw} onClick={onRetry} loading={retrying}>
      {labels.retry}
    </Button>
  );
  return (
    <div role="alert" className={cn('mx-auto', className)}>
      <EmptyState icon={icon} title={title} action={retry}>
        {children}
      </EmptyState>
    </div>
  );
}
