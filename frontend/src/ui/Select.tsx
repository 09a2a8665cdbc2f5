import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronsUpDown, type LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';
import { Field, type FieldProps } from './Field';
import { controlBox } from './field-styles';
import { Icon } from './Icon';
import { popupItem, popupSurface } from './popup-styles';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldProps {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  placeholder?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, placeholder, ...field } = props;
  return (
    <Field {...field}>
      <BaseSelect.Root
        items={options}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <BaseSelect.Trigger className={cn(controlBox, 'flex h-9 items-center justify-between gap-2 ps-3 pe-2 text-start')}>
          <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-fg-subtle" />
          <BaseSelect.Icon className="flex text-fg-subtle">
            <Icon icon={ChevronsUpDown} />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner sideOffset={4} collisionPadding={8} alignItemWithTrigger={false}>
            <BaseSelect.Popup className={cn(popupSurface, 'max-h-(--available-height) min-w-(--anchor-width)')}>
              <BaseSelect.List>
                {options.map((option) => (
                  <SelectItem key={option.value} option={option} />
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  );
}

function SelectItem({ option }: { option: SelectOption<string> }) {
  return (
    <BaseSelect.Item value={option.value} disabled={option.disabled} className={popupItem}>
      {option.icon && <Icon icon={option.icon} className="text-fg-subtle" />}
      <BaseSelect.ItemText className="flex-1 truncate">{option.label}</BaseSelect.ItemText>
      <span className="flex size-4">
        <BaseSelect.ItemIndicator>
          <Icon icon={Check} />
        </BaseSelect.ItemIndicator>
      </span>
    </BaseSelect.Item>
  );
}
