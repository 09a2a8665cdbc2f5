import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check, Slash, X, type LucideIcon } from 'lucide-react';
import { cn } from '@/lib/cn';
import { tooltipAttributes } from './active-tooltip';
import { Icon } from './Icon';
import { useUiLabels } from './labels';

export type TriState = 'deny' | 'inherit' | 'allow';

export interface TriStateSwitchProps {
  /** What is denied or allowed. */
  label: string;
  value: TriState;
  onValueChange: (value: TriState) => void;
  disabled?: boolean;
  /** The id of a text that says more, such as why it is disabled. */
  describedBy?: string;
  className?: string;
}

const states: readonly { value: TriState; icon: LucideIcon; chosen: string }[] = [
  { value: 'deny', icon: X, chosen: 'data-checked:border-danger data-checked:bg-danger-subtle data-checked:text-danger-text' },
  { value: 'inherit', icon: Slash, chosen: 'data-checked:border-fg-subtle data-checked:bg-active data-checked:text-fg' },
  { value: 'allow', icon: Check, chosen: 'data-checked:border-success data-checked:bg-success-subtle data-checked:text-success-text' },
];

/** Denies, leaves to what lies below, or allows. A sign each, so that it needs no colour; the arrow keys choose. */
export function TriStateSwitch({ label, value, onValueChange, disabled, describedBy, className }: TriStateSwitchProps) {
  const labels = useUiLabels();
  return (
    <RadioGroup
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      disabled={disabled}
      className={cn('flex shrink-0 gap-1', className)}
    >
      {states.map((state) => (
        <Radio.Root
          key={state.value}
          {...tooltipAttributes(labels[state.value], undefined)}
          value={state.value}
          aria-label={labels[state.value]}
          className={cn(
            'grid h-8 w-9 place-items-center rounded-card border border-line text-fg-subtle transition-colors duration-fast',
            'not-data-disabled:hover:bg-hover data-checked:border-2 data-disabled:opacity-50 pointer-coarse:size-touch',
            state.chosen,
          )}
        >
          <Icon icon={state.icon} className={value === state.value ? 'stroke-[2.75]' : undefined} />
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
