import { Menu as BaseMenu } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { popupSurface } from './popup-styles';

export const menuSurface = cn(popupSurface, 'max-h-(--available-height) min-w-48 max-w-menu');

export interface MenuProps {
  /** The button that opens it; a Button or an IconButton. */
  trigger: ReactElement;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** MenuItem, MenuCheckboxItem, MenuRadioGroup, MenuGroup, MenuSeparator, SubMenu. */
  children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'start', open, onOpenChange, children }: MenuProps) {
  return (
    <BaseMenu.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner side={side} align={align} sideOffset={4} collisionPadding={8}>
          <BaseMenu.Popup className={menuSurface}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
