import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { cn } from '@/lib/cn';
import { ChoiceRow, type ChoiceRowProps } from './ChoiceRow';
import { Icon } from './Icon';

export interface CheckboxProps extends ChoiceRowProps {
  checked: boolean;
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean;
  onCheckedChange: (checked: boolean) => void;
}

export function Checkbox({ checked, indeterminate = false, onCheckedChange, ...row }: CheckboxProps) {
  return (
    <ChoiceRow {...row}>
      <BaseCheckbox.Root
        checked={checked}
        indeterminate={indeterminate}
        onCheckedChange={(next) => onCheckedChange(next)}
        className={cn(
          'touch-area grid size-4.5 shrink-0 place-items-center rounded-chip border border-line-strong bg-raised text-on-accent transition-colors',
          'data-checked:border-accent data-checked:bg-accent data-indeterminate:border-accent data-indeterminate:bg-accent data-invalid:border-danger',
        )}
      >
        <BaseCheckbox.Indicator className="flex">
          <Icon icon={indeterminate ? Minus : Check} size="small" className="stroke-[2.5]" />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
    </ChoiceRow>
  );
}
