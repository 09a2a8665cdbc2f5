import { Suspense, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { MenuBody } from './lazy-overlays';
import { OverlayTrigger } from './OverlayTrigger';
import { useOpenState, type OpenProps } from './use-open-state';

export interface MenuProps extends OpenProps {
  /** The button that opens it; a Button or an IconButton. */
  trigger: ReactElement;
  side?: 'top' | 'bottom' | 'inline-start' | 'inline-end';
  align?: 'start' | 'center' | 'end';
  /** MenuItem, MenuCheckboxItem, MenuRadioGroup, MenuGroup, MenuSeparator, SubMenu. */
  children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'start', children, ...openProps }: MenuProps) {
  const { open, setOpen, needed } = useOpenState(openProps);
  const [focusFirst, setFocusFirst] = useState(false);
  const toggle = (byKeyboard: boolean) => {
    setFocusFirst(byKeyboard);
    setOpen(!open);
  };
  const triggerRef = useRef<HTMLElement>(null);
  return (
    <>
      <OverlayTrigger ref={triggerRef} trigger={trigger} popup="menu" open={open} onToggle={toggle} />
      {needed && (
        <Suspense>
          <MenuBody {...{ open, setOpen, side, align, focusFirst }} anchor={triggerRef} finalFocus={triggerRef} modal gap={4}>
            {children}
          </MenuBody>
        </Suspense>
      )}
    </>
  );
}
