import { useRender } from '@base-ui/react/use-render';
import type { KeyboardEvent, ReactElement, Ref } from 'react';

export interface OverlayTriggerProps {
  ref: Ref<HTMLElement>;
  trigger: ReactElement;
  popup: 'menu' | 'dialog';
  open: boolean;
  onToggle: () => void;
}

/** Gives a button what it needs to open something. Arrow keys open menus too. */
export function OverlayTrigger({ ref, trigger, popup, open, onToggle }: OverlayTriggerProps) {
  const openByArrow = (event: KeyboardEvent) => {
    if (popup !== 'menu' || open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    onToggle();
  };
  return useRender({
    render: trigger,
    ref,
    props: {
      onClick: onToggle,
      onKeyDown: openByArrow,
      'aria-haspopup': popup,
      'aria-expanded': open,
      ...(open && { 'data-popup-open': '' }),
    },
  });
}
