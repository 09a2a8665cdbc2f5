import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { cn } from '@/lib/cn';
import { ChoiceRow, type ChoiceRowProps } from './ChoiceRow';

export interface SwitchProps extends ChoiceRowProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** A setting that takes effect at once. What waits for a Save button is a Checkbox. */
export function Switch({ checked, onCheckedChange, ...row }: SwitchProps) {
  return (
    <ChoiceRow {...row} controlAtEnd>
      <BaseSwitch.Root
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        className={cn(
          'touch-area flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-active px-0.5 transition-colors',
          'data-checked:border-accent data-checked:bg-accent',
        )}
      >
        <BaseSwitch.Thumb className="size-3.5 rounded-full bg-fg-subtle transition-[translate,background-color] data-checked:translate-x-4 data-checked:bg-on-accent rtl:data-checked:-translate-x-4" />
      </BaseSwitch.Root>
    </ChoiceRow>
  );
}
