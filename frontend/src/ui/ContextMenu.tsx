import { Suspense, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { MenuBody } from './lazy-overlays';
import { useLongPress } from './use-long-press';
import { useOpenState } from './use-open-state';
import { useSlot } from './use-slot';

export interface ContextMenuProps {
  /** The same items as in a Menu. Everything here must be reachable another way too. */
  items: ReactNode;
  onOpenChange?: (open: boolean) => void;
  /** The element that answers to a right click, a long press, or the menu key. */
  children: ReactElement;
}

interface Opening {
  x: number;
  y: number;
  byKeyboard: boolean;
}

const RIGHT_BUTTON = 2;

export function ContextMenu({ items, onOpenChange, children }: ContextMenuProps) {
  const { open, setOpen, needed } = useOpenState({ onOpenChange });
  const [opening, setOpening] = useState<Opening>({ x: 0, y: 0, byKeyboard: false });
  const areaRef = useRef<HTMLElement>(null);
  const openAt = (next: Opening) => {
    setOpening(next);
    setOpen(true);
  };
  const longPress = useLongPress((point) => openAt({ ...point, byKeyboard: false }));
  const added = {
    ...longPress,
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      openAt({ x: event.clientX, y: event.clientY, byKeyboard: event.button !== RIGHT_BUTTON });
    },
    ...(open && { 'data-popup-open': '' }),
  };
  const area = useSlot(children, added, areaRef);
  return (
    <>
      {area}
      {needed && (
        <Suspense>
          <MenuBody
            {...{ open, setOpen }}
            anchor={{ getBoundingClientRect: () => new DOMRect(opening.x, opening.y, 0, 0) }}
            focusFirst={opening.byKeyboard}
            finalFocus={areaRef}
            side="bottom"
            align="start"
            modal={false}
            gap={2}
          >
            {items}
          </MenuBody>
        </Suspense>
      )}
    </>
  );
}
