import type { ReactElement } from 'react';
import { tooltipAttributes, type TooltipSide } from './active-tooltip';
import { useSlot } from './use-slot';

export interface TooltipProps {
  content: string;
  shortcut?: string;
  side?: TooltipSide;
  /** The control that it explains. The control needs a name of its own: a tooltip is not one. */
  children: ReactElement;
}

export function Tooltip({ content, shortcut, side, children }: TooltipProps) {
  return useSlot(children, tooltipAttributes(content, shortcut, side));
}
