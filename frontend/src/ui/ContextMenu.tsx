import { useRender } from '@base-ui/react/use-render';
import { Suspense, useRef, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { MenuBody } from './lazy-overlays';
import { useLongPress } from './use-long-press';
import { useOpenState } from './use-open-state';

export interface ContextMenuProps {
  /** The same items as in a Menu. Everything here must be reachable another way too. */
  items: ReactNode;
  onOpenChange?: (open: boolean) => void;
  /** The element that answers to a right click, a long press, or the menu key. */
  children: ReactElement;
}

interface Point {
  x: number;
  y: number;
}

export function ContextMenu({ items, onOpenChange, children }: ContextMenuProps) {
  const { open, setOpen, needed } = useOpenState({ onOpenChange });
  const [point, setPoint] = useState<Point>({ x: 0, y: 0 });
  const areaRef = useRef<HTMLElement>(null);
  const openAt = (at: Point) => {
    setPoint(at);
    setOpen(true);
  };
  const longPress = useLongPress(openAt);
  const area = useRender({
    render: children,
    ref: areaRef,
    props: {
      ...longPress,
      onContextMenu: (event: MouseEvent) => {
        event.preventDefault();
        openAt({ x: event.clientX, y: event.clientY });
      },
      ...(open && { 'data-popup-open': '' }),
    },
  });
  return (
    <>
      {area}
      {needed && (
        <Suspense>
          <MenuBody
            {...{ open, setOpen }}
            anchor={{ getBoundingClientRect: () => new DOMRect(point.x, point.y, 0, 0) }}
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
