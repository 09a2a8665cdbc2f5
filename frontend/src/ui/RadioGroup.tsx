import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { useId, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { fieldHint, fieldLabel } from './field-styles';

export interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  /** Of the label, if it is not the language of the page. */
  lang?: string;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  hideLabel?: boolean;
  options: readonly RadioOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  disabled?: boolean;
  className?: string;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hideLabel, options, value, onValueChange, disabled, className } = props;
  const labelId = useId();
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      <span id={labelId} className={cn(fieldLabel, hideLabel && 'sr-only')}>
        {label}
      </span>
      <BaseRadioGroup
        aria-labelledby={labelId}
        value={value}
        onValueChange={(next) => onValueChange(next)}
        disabled={disabled}
        className="flex flex-col gap-3"
      >
        {options.map((option) => (
          <RadioRow key={option.value} option={option} disabled={disabled || option.disabled} />
        ))}
      </BaseRadioGroup>
    </div>
  );
}

function RadioRow({ option, disabled }: { option: RadioOption<string>; disabled: boolean | undefined }) {
  const id = useId();
  return (
    <div className={cn('flex items-start gap-3', disabled && 'opacity-50')}>
      <span className="flex h-5 items-center">
        <Radio.Root
          value={option.value}
          disabled={disabled}
          aria-labelledby={`${id}-label`}
          aria-describedby={option.hint ? `${id}-hint` : undefined}
          id={id}
          className="touch-area grid size-4.5 place-items-center rounded-full border border-line-strong bg-raised transition-colors data-checked:border-accent data-checked:bg-accent"
        >
          <Radio.Indicator className="size-2 rounded-full bg-on-accent" />
        </Radio.Root>
      </span>
      <div className="flex flex-col gap-0.5">
        <label id={`${id}-label`} htmlFor={id} lang={option.lang} className="text-ui text-fg">
          {option.label}
        </label>
        {option.hint && (
          <span id={`${id}-hint`} className={fieldHint}>
            {option.hint}
          </span>
        )}
      </div>
    </div>
  );
}
