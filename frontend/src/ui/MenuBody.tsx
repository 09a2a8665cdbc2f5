import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { FocusEvent, ReactNode, RefObject } from 'react';
import { useMediaQuery } from '@/lib/use-media-query';
import { menuSurface } from './popup-styles';
import { MenuPartsContext } from './menu-parts';
import { useClosedByTouch } from './use-closed-by-touch';

const FIRST_ITEM = '[role^="menuitem"]:not([data-disabled])';

/**
 * The focus has gone on while the menu was fading: to what an item opened, or to what was clicked next. Nobody is led back
 * from there.
 */
function hasMovedOn(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement.closest('[role="menu"]') === null;
}

/** What went with what was chosen cannot have it back, and what had it before that, long ago, is not to get it. */
const stillThere = ({ current }: RefObject<HTMLElement | null>): HTMLElement | false => (current?.isConnected ? current : false);

export interface MenuBodyProps {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Where it opens: a button, or the point of a right click. */
  anchor: RefObject<Element | null> | { getBoundingClientRect: () => DOMRect };
  /** Where focus goes when it closes. */
  finalFocus: RefObject<HTMLElement | null>;
  side: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  align: 'start' | 'center' | 'end';
  /** Keeps the page still while it is open. */
  modal: boolean;
  gap: number;
  /** Opened by keyboard: its first item is focused, where a pointer wants none. */
  focusFirst: boolean;
  children: ReactNode;
}

export function MenuBody({ open, setOpen, anchor, finalFocus, side, align, modal, gap, focusFirst, children }: MenuBodyProps) {
  useClosedByTouch(open, () => setOpen(false));
  const handOver = (event: FocusEvent<HTMLElement>) => {
    if (focusFirst && event.target === event.currentTarget) event.currentTarget.querySelector<HTMLElement>(FIRST_ITEM)?.focus();
  };
  // What is dimmed takes no taps.
  const isSheet = useMediaQuery('(pointer: coarse) and (width < 600px)');
  return (
    <MenuPartsContext value={BaseMenu}>
      <BaseMenu.Root open={open} onOpenChange={(next) => setOpen(next)} modal={modal || isSheet}>
        <BaseMenu.Portal>
          <BaseMenu.Positioner anchor={anchor} side={side} align={align} sideOffset={gap} collisionPadding={8} className="sheet-place">
            <BaseMenu.Popup finalFocus={() => (hasMovedOn() ? false : stillThere(finalFocus))} onFocus={handOver} className={menuSurface}>
              {children}
            </BaseMenu.Popup>
          </BaseMenu.Positioner>
        </BaseMenu.Portal>
      </BaseMenu.Root>
    </MenuPartsContext>
  );
}
