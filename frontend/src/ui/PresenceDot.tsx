import { cn } from '@/lib/cn';
import { useUiLabels } from './labels';
import { VisuallyHidden } from './VisuallyHidden';

export type Presence = 'online' | 'idle' | 'dnd' | 'offline';

const colours: Record<Presence, string> = { online: 'text-online', idle: 'text-idle', dnd: 'text-dnd', offline: 'text-offline' };

/** Each state has a shape of its own: full, crescent, bar, ring. */
const shapes: Record<Presence, string> = {
  online: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0Z',
  idle: 'M3.4.26A5 5 0 1 0 9.74 6.6 4 4 0 0 1 3.4.26Z',
  dnd: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0ZM2.75 4a1 1 0 0 0 0 2h4.5a1 1 0 0 0 0-2Z',
  offline: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0ZM5 2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
};

export interface PresenceDotProps {
  presence: Presence;
  /** One's own presence is ember when online. */
  own?: boolean;
  /** Without its text, where the word stands beside it. */
  silent?: boolean;
  /** Its size, such as `size-3`. */
  className?: string;
}

export function PresenceDot({ presence, own = false, silent = false, className = 'size-2.5' }: PresenceDotProps) {
  const labels = useUiLabels();
  return (
    <span className={cn('inline-flex shrink-0', own && presence === 'online' ? 'text-accent' : colours[presence], className)}>
      <svg viewBox="0 0 10 10" aria-hidden fill="currentColor" fillRule="evenodd" className="size-full">
        <path d={shapes[presence]} />
      </svg>
      {!silent && <VisuallyHidden>{labels[presence]}</VisuallyHidden>}
    </span>
  );
}
