import { Popover as BasePopover } from '@base-ui/react/popover';
import { useRef, type RefObject } from 'react';
import { cn } from '@/lib/cn';
import type { PopoverProps } from './Popover';
import { popupMotion } from './popup-styles';
import { useClosedByTouch } from './use-closed-by-touch';

export interface PopoverBodyProps extends Omit<PopoverProps, 'open' | 'onOpenChange' | 'trigger'> {
  open: boolean;
  setOpen: (open: boolean) => void;
  triggerRef: RefObject<HTMLElement | null>;
}

/** What was chosen in it has taken the focus. */
function isElsewhere(...own: (HTMLElement | null)[]): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && !own.some((element) => element?.contains(activeElement));
}

export function PopoverBody(props: PopoverBodyProps) {
  const {
    open,
    setOpen,
    triggerRef,
    finalFocus = triggerRef,
    title,
    hideTitle,
    side = 'bottom',
    align = 'center',
    className,
    children,
  } = props;
  const popupRef = useRef<HTMLDivElement>(null);
  useClosedByTouch(open, () => setOpen(false));
  const change = (next: boolean, details: BasePopover.Root.ChangeEventDetails) => {
    // The trigger closes it by its own click; closing here too would open it again.
    const onTrigger = details.event.target instanceof Node && triggerRef.current?.contains(details.event.target);
    if (details.reason === 'outside-press' && onTrigger) details.cancel();
    else setOpen(next);
  };
  return (
    <BasePopover.Root open={open} onOpenChange={change}>
      <BasePopover.Portal>
        <BasePopover.Positioner anchor={triggerRef} side={side} align={align} sideOffset={8} collisionPadding={8}>
          <BasePopover.Popup
            ref={popupRef}
            finalFocus={() => (isElsewhere(popupRef.current, triggerRef.current) ? false : finalFocus.current)}
            className={cn(
              'max-h-(--available-height) max-w-(--available-width) overflow-y-auto scrollbar-quiet rounded-dialog bg-popover p-4 text-fg shadow-float outline-none',
              popupMotion,
              className,
            )}
          >
            <BasePopover.Title className={cn('mb-3 text-heading font-semibold', hideTitle && 'sr-only')}>{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
