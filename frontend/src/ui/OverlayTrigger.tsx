import type { KeyboardEvent, MouseEvent, ReactElement, Ref } from 'react';
import { useSlot } from './use-slot';

export interface OverlayTriggerProps {
  ref: Ref<HTMLElement>;
  trigger: ReactElement;
  popup: 'menu' | 'dialog';
  open: boolean;
  onToggle: (byKeyboard: boolean) => void;
}

/** Gives a button what it needs to open something. Arrow keys open menus too. */
export function OverlayTrigger({ ref, trigger, popup, open, onToggle }: OverlayTriggerProps) {
  const openByArrow = (event: KeyboardEvent) => {
    if (popup !== 'menu' || open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    onToggle(true);
  };
  const added = {
    // A click by Enter or Space has no count.
    onClick: (event: MouseEvent) => onToggle(event.detail === 0),
    onKeyDown: openByArrow,
    'aria-haspopup': popup,
    'aria-expanded': open,
    ...(open && { 'data-popup-open': '' }),
  };
  return useSlot(trigger, added, ref);
}
