import { Suspense, useMemo } from 'react';
import { PopoverBody } from './lazy-overlays';
import type { PopoverProps } from './Popover';
import { useOpenState } from './use-open-state';

export interface AnchoredPopoverProps extends Omit<PopoverProps, 'trigger' | 'open' | 'onOpenChange'> {
  /** What it stands beside, which opened it and closes it by its own click. */
  anchor: HTMLElement;
  /** What has the focus afterwards, if not that. */
  returnTo?: HTMLElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A popover for controls that are many, such as the names in a list: one for all of them. */
export function AnchoredPopover({ anchor, returnTo = anchor, ...props }: AnchoredPopoverProps) {
  const { open, setOpen, needed } = useOpenState(props);
  const triggerRef = useMemo(() => ({ current: anchor }), [anchor]);
  const finalFocus = useMemo(() => ({ current: returnTo }), [returnTo]);
  return (
    needed && (
      <Suspense>
        <PopoverBody {...props} {...{ open, setOpen, triggerRef, finalFocus }} />
      </Suspense>
    )
  );
}
