import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from '@/lib/cn';

interface DrawerProps {
  side: 'start' | 'end';
  label: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

const sides = {
  start: { box: 'start-0 tablet:max-w-[22rem]', away: '-translate-x-full rtl:translate-x-full' },
  end: { box: 'end-0 tablet:max-w-80', away: 'translate-x-full rtl:-translate-x-full' },
} as const;

const FOCUSABLE = 'a[href], button:not(:disabled), input, [tabindex="0"]';

/** A pane that slides in over the conversation where there is no room beside it. */
export default function Drawer({ side, label, open, onClose, children }: DrawerProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>(FOCUSABLE)?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.isConnected && before.focus());
    };
  }, [open]);
  return (
    <div inert={!open} className={cn('fixed inset-0 overflow-hidden', !open && 'invisible transition-[visibility] duration-pane')}>
      <div
        aria-hidden
        onClick={onClose}
        className={cn('absolute inset-0 bg-scrim transition-opacity duration-pane', !open && 'opacity-0')}
      />
      <div
        ref={box}
        role="dialog"
        aria-modal
        aria-label={label}
        data-open={open || undefined}
        className={cn(
          'absolute inset-y-0 flex w-full flex-col bg-sidebar pt-[env(safe-area-inset-top)] shadow-dialog transition-[translate] duration-pane ease-out [--avatar-ring:var(--color-sidebar)]',
          sides[side].box,
          !open && sides[side].away,
        )}
      >
        {children}
      </div>
    </div>
  );
}
