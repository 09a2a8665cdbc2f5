import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import type { ReactElement, ReactNode } from 'react';
import { menuSurface } from './Menu';

export interface ContextMenuProps {
  /** The same items as in a Menu. Everything here must be reachable another way too. */
  items: ReactNode;
  onOpenChange?: (open: boolean) => void;
  /** The element that answers to a right click, a long press, or the menu key. */
  children: ReactElement;
}

export function ContextMenu({ items, onOpenChange, children }: ContextMenuProps) {
  return (
    <BaseContextMenu.Root onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseContextMenu.Trigger render={children} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner collisionPadding={8}>
          <BaseContextMenu.Popup className={menuSurface}>{items}</BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}
