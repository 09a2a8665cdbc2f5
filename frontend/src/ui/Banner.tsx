import { CircleAlert, Info, TriangleAlert, WifiOff, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';

export type BannerTone = 'info' | 'warning' | 'danger' | 'offline';

const tones: Record<BannerTone, { icon: LucideIcon; className: string }> = {
  info: { icon: Info, className: 'bg-info-subtle text-info-text' },
  warning: { icon: TriangleAlert, className: 'bg-warning-subtle text-warning-text' },
  danger: { icon: CircleAlert, className: 'bg-danger-subtle text-danger-text' },
  offline: { icon: WifiOff, className: 'bg-warning-subtle text-warning-text' },
};

export interface BannerProps {
  tone: BannerTone;
  children: ReactNode;
  /** A small Button. */
  action?: ReactNode;
  onDismiss?: () => void;
  className?: string;
}

/** A line across the top of a pane. `offline` and `danger` interrupt a screen reader, the others wait. */
export function Banner({ tone, children, action, onDismiss, className }: BannerProps) {
  const labels = useUiLabels();
  const urgent = tone === 'offline' || tone === 'danger';
  return (
    <div
      role={urgent ? 'alert' : 'status'}
      className={cn('flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1 text-ui', tones[tone].className, className)}
    >
      <Icon icon={tones[tone].icon} />
      <span className="min-w-0 flex-1 py-1 font-medium wrap-anywhere">{children}</span>
      {action}
      {onDismiss && <IconButton icon={X} size="small" label={labels.dismiss} onClick={onDismiss} className="text-inherit!" />}
    </div>
  );
}
