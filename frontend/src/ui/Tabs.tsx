import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Icon } from './Icon';

export interface TabItem<Value extends string> {
  value: Value;
  label: string;
  /** Where the label alone does not say it. */
  accessibleLabel?: string;
  icon?: LucideIcon;
  /** Before the label, in place of an icon. */
  leading?: ReactNode;
  /** A count or dot after the label. */
  badge?: ReactNode;
  disabled?: boolean;
  panel: ReactNode;
}

export interface TabsProps<Value extends string> {
  /** What the tabs choose between, for screen readers. */
  label: string;
  items: readonly TabItem<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
}

export function Tabs<Value extends string>({ label, items, value, onValueChange, className }: TabsProps<Value>) {
  return (
    <BaseTabs.Root value={value} onValueChange={(next: Value) => onValueChange(next)} className={cn('flex w-full flex-col', className)}>
      <BaseTabs.List
        aria-label={label}
        activateOnFocus
        className="relative flex gap-1 overflow-x-auto border-b border-line px-1 scrollbar-quiet"
      >
        {items.map((item) => (
          <Tab key={item.value} item={item} />
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) rounded-full bg-fg transition-[left,width] duration-pane ease-out" />
      </BaseTabs.List>
      {items.map((item) => (
        <BaseTabs.Panel key={item.value} value={item.value} className="rounded-card pt-4">
          {item.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}

function Tab({ item }: { item: TabItem<string> }) {
  return (
    <BaseTabs.Tab
      value={item.value}
      disabled={item.disabled}
      aria-label={item.accessibleLabel}
      className="flex h-10 shrink-0 items-center gap-2 rounded-card px-3 text-ui font-medium text-fg-subtle transition-colors not-data-disabled:hover:text-fg focus-visible:-outline-offset-3 data-active:text-fg data-disabled:opacity-50 pointer-coarse:min-h-touch"
    >
      {item.icon && <Icon icon={item.icon} />}
      {item.leading}
      {item.label}
      {item.badge}
    </BaseTabs.Tab>
  );
}
