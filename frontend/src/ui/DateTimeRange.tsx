import { useId } from 'react';
import { cn } from '@/lib/cn';
import { fieldError, fieldLabel } from './field-styles';
import { useUiLabels } from './labels';
import { fromTimeField, toTimeField } from './local-time';
import { TextField } from './TextField';

/** Unix milliseconds; null: not chosen. */
export interface TimeRange {
  from: number | null;
  to: number | null;
}

export interface DateTimeRangeProps {
  label: string;
  value: TimeRange;
  onValueChange: (range: TimeRange) => void;
  /** Neither end may lie beyond these. */
  min?: number;
  max?: number;
  disabled?: boolean;
  className?: string;
}

export const isReversed = ({ from, to }: TimeRange): boolean => from !== null && to !== null && to < from;

/** From one moment to another, by the browser's own fields, which every phone and screen reader knows. */
export function DateTimeRange({ label, value, onValueChange, min, max, disabled, className }: DateTimeRangeProps) {
  const labels = useUiLabels();
  const id = useId();
  const reversed = isReversed(value);
  const common = { type: 'datetime-local', min: toTimeField(min), max: toTimeField(max), disabled } as const;
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-error`} className={cn('flex flex-col gap-1.5', className)}>
      <span id={`${id}-label`} className={fieldLabel}>
        {label}
      </span>
      <div className="grid grid-cols-1 gap-3 tablet:grid-cols-2">
        <TextField
          {...common}
          label={labels.from}
          value={toTimeField(value.from)}
          onValueChange={(text) => onValueChange({ ...value, from: fromTimeField(text) })}
        />
        <TextField
          {...common}
          label={labels.to}
          value={toTimeField(value.to)}
          onValueChange={(text) => onValueChange({ ...value, to: fromTimeField(text) })}
        />
      </div>
      <span id={`${id}-error`} role="alert" className={cn(fieldError, 'empty:hidden')}>
        {reversed && labels.endBeforeStart}
      </span>
    </div>
  );
}
