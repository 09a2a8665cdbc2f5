import { Popover as BasePopover } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { popupMotion } from './popup-styles';

export interface PopoverProps {
  trigger: ReactElement;
  /** Its name. Hidden with `hideTitle` where the content says it. */
  title: string;
  hideTitle?: boolean;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** Content beside the control that opens it, which leaves the rest of the page usable. */
export function Popover(props: PopoverProps) {
  const { trigger, title, hideTitle, side = 'bottom', align = 'center', open, onOpenChange, className, children } = props;
  return (
    <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner side={side} align={align} sideOffset={8} collisionPadding={8}>
          <BasePopover.Popup
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
