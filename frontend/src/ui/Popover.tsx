import { Suspense, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { PopoverBody } from './lazy-overlays';
import { OverlayTrigger } from './OverlayTrigger';
import { useOpenState, type OpenProps } from './use-open-state';

export interface PopoverProps extends OpenProps {
  trigger: ReactElement;
  /** Its name. Hidden with `hideTitle` where the content says it. */
  title: string;
  hideTitle?: boolean;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  align?: 'start' | 'center' | 'end';
  className?: string;
  /** What has the focus afterwards, if not the trigger. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
  children: ReactNode;
}

/** Content beside the control that opens it, which leaves the rest of the page usable. */
export function Popover({ trigger, open: controlled, onOpenChange, ...content }: PopoverProps) {
  const { open, setOpen, needed } = useOpenState({ open: controlled, onOpenChange });
  const triggerRef = useRef<HTMLElement>(null);
  return (
    <>
      <OverlayTrigger ref={triggerRef} trigger={trigger} popup="dialog" open={open} onToggle={() => setOpen(!open)} />
      {needed && (
        <Suspense>
          <PopoverBody {...content} {...{ open, setOpen, triggerRef }} />
        </Suspense>
      )}
    </>
  );
}
