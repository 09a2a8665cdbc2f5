import { useRender } from '@base-ui/react/use-render';
import type { ReactElement } from 'react';
import { tooltipAttributes, type TooltipSide } from './active-tooltip';

export interface TooltipProps {
  content: string;
  shortcut?: string;
  side?: TooltipSide;
  /** The control that it explains. The control needs a name of its own: a tooltip is not one. */
  children: ReactElement;
}

export function Tooltip({ content, shortcut, side, children }: TooltipProps) {
  return useRender({ render: children, props: tooltipAttributes(content, shortcut, side) });
}
