export type TooltipSide = 'top' | 'bottom' | 'inline-start' | 'inline-end';

export interface ActiveTooltip {
  anchor: Element;
  content: string;
  shortcut: string | undefined;
  side: TooltipSide;
}

const ANCHOR = '[data-tooltip]';
const POPUP = '[data-tooltip-popup]';

/** What an element carries to have a tooltip. */
export function tooltipAttributes(content: string, shortcut: string | undefined, side: TooltipSide = 'top') {
  return { 'data-tooltip': content, 'data-tooltip-keys': shortcut, 'data-tooltip-side': side };
}

function isSide(value: string | undefined): value is TooltipSide {
  return value === 'top' || value === 'bottom' || value === 'inline-start' || value === 'inline-end';
}

/** The tooltip of the element under an event, if it has one. */
export function tooltipAt(target: EventTarget | null): ActiveTooltip | null {
  const anchor = target instanceof Element ? target.closest<HTMLElement>(ANCHOR) : null;
  const content = anchor?.dataset['tooltip'];
  if (!anchor || !content) return null;
  const side = anchor.dataset['tooltipSide'];
  return { anchor, content, shortcut: anchor.dataset['tooltipKeys'], side: isSide(side) ? side : 'top' };
}

export function isTooltipPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(POPUP) !== null;
}
