import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';
import { ariaKeys, Kbd } from './Kbd';
import { useMenuParts } from './menu-parts';
import { menuSurface, popupItem } from './popup-styles';

interface ItemContent {
  icon?: LucideIcon;
  mirrored?: boolean;
  /** Shown and announced; the feature listens for it. */
  shortcut?: string;
  /** Text for what is looked up by typing, if not the words shown. */
  children: ReactNode;
}

export interface MenuItemProps extends ItemContent {
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  /** Another element to be the item, such as a link. */
  render?: ReactElement;
}

export function MenuItem({ onSelect, danger = false, disabled, render, shortcut, ...content }: MenuItemProps) {
  const BaseMenu = useMenuParts();
  return (
    <BaseMenu.Item
      onClick={onSelect}
      disabled={disabled}
      render={render}
      aria-keyshortcuts={shortcut && ariaKeys(shortcut)}
      className={cn(popupItem, danger && 'text-danger-text data-highlighted:bg-danger-subtle')}
    >
      <Content {...content} iconClass={danger ? undefined : 'text-fg-subtle'} />
      {shortcut && <Kbd keys={shortcut} className="pointer-coarse:hidden" />}
    </BaseMenu.Item>
  );
}

function Content({ icon, mirrored, iconClass, children }: ItemContent & { iconClass: string | undefined }) {
  return (
    <>
      {icon && <Icon icon={icon} mirrored={mirrored} className={iconClass} />}
      <span className="min-w-0 flex-1 truncate text-start">{children}</span>
    </>
  );
}

export interface MenuTileProps {
  /** Its name, where what is shown is a picture. */
  label: string;
  onSelect: () => void;
  checked?: boolean;
  children: ReactNode;
}

/** A small square item, several of which stand side by side. */
export function MenuTile({ label, onSelect, checked = false, children }: MenuTileProps) {
  const BaseMenu = useMenuParts();
  return (
    <BaseMenu.Item
      onClick={onSelect}
      aria-label={label}
      className={cn(
        'grid size-9 cursor-default place-items-center rounded-card text-title select-none data-highlighted:bg-active pointer-coarse:size-11',
        'focus-visible:-outline-offset-2',
        checked && 'bg-accent-subtle',
      )}
    >
      {children}
    </BaseMenu.Item>
  );
}

export interface MenuCheckboxItemProps extends ItemContent {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function MenuCheckboxItem({ checked, onCheckedChange, disabled, ...content }: MenuCheckboxItemProps) {
  const BaseMenu = useMenuParts();
  return (
    <BaseMenu.CheckboxItem checked={checked} onCheckedChange={(next) => onCheckedChange(next)} disabled={disabled} className={popupItem}>
      <Content {...content} iconClass="text-fg-subtle" />
      <span className="flex size-4">
        <BaseMenu.CheckboxItemIndicator>
          <Icon icon={Check} />
        </BaseMenu.CheckboxItemIndicator>
      </span>
    </BaseMenu.CheckboxItem>
  );
}

export interface MenuRadioGroupProps<Value extends string> {
  label?: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: LucideIcon }[];
}

export function MenuRadioGroup<Value extends string>({ label, value, onValueChange, options }: MenuRadioGroupProps<Value>) {
  const BaseMenu = useMenuParts();
  return (
    <MenuGroup label={label}>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} closeOnClick className={popupItem}>
            <Content icon={option.icon} iconClass="text-fg-subtle">
              {option.label}
            </Content>
            <span className="flex size-4">
              <BaseMenu.RadioItemIndicator>
                <Icon icon={Check} />
              </BaseMenu.RadioItemIndicator>
            </span>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </MenuGroup>
  );
}

export function MenuGroup({ label, children }: { label?: string; children: ReactNode }) {
  const BaseMenu = useMenuParts();
  return (
    <BaseMenu.Group>
      {label && <BaseMenu.GroupLabel className="px-2 pt-1.5 pb-1 text-meta font-medium text-fg-subtle">{label}</BaseMenu.GroupLabel>}
      {children}
    </BaseMenu.Group>
  );
}

export function MenuSeparator() {
  const BaseMenu = useMenuParts();
  return <BaseMenu.Separator className="mx-2 my-1 h-px bg-line" />;
}

export interface SubMenuProps {
  label: string;
  icon?: LucideIcon;
  disabled?: boolean;
  children: ReactNode;
}

export function SubMenu({ label, icon, disabled, children }: SubMenuProps) {
  const BaseMenu = useMenuParts();
  return (
    <BaseMenu.SubmenuRoot disabled={disabled}>
      <BaseMenu.SubmenuTrigger className={cn(popupItem, 'data-popup-open:bg-active')}>
        <Content icon={icon} iconClass="text-fg-subtle">
          {label}
        </Content>
        <Icon icon={ChevronRight} mirrored className="text-fg-subtle" />
      </BaseMenu.SubmenuTrigger>
      <BaseMenu.Portal>
        <BaseMenu.Positioner side="inline-end" alignOffset={-4} sideOffset={2} collisionPadding={8} className="sheet-place">
          <BaseMenu.Popup className={menuSurface}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.SubmenuRoot>
  );
}
