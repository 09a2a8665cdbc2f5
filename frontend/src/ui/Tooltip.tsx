import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './Kbd';

export interface TooltipProps {
  content: ReactNode;
  shortcut?: string;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  disabled?: boolean;
  /** The control that it explains. The control needs a name of its own: a tooltip is not one. */
  children: ReactElement;
}

export function Tooltip({ content, shortcut, side = 'top', disabled = false, children }: TooltipProps) {
  return (
    <BaseTooltip.Root disabled={disabled}>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={8} collisionPadding={8}>
          <BaseTooltip.Popup className="flex max-w-menu items-center gap-2 rounded-card bg-popover px-2.5 py-1.5 text-ui text-fg shadow-float transition-opacity duration-fast data-ending-style:opacity-0 data-instant:transition-none data-starting-style:opacity-0">
            <span className="wrap-anywhere">{content}</span>
            {shortcut && <Kbd keys={shortcut} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
