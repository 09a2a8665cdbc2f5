import type { FieldProps } from './Field';
import { fromTimeField, toTimeField } from './local-time';
import { TextField } from './TextField';

export interface DateTimeFieldProps extends FieldProps {
  /** Unix milliseconds; null: not chosen. */
  value: number | null;
  onValueChange: (at: number | null) => void;
  min?: number;
  max?: number;
}

/** A moment, by the browser's own field, which every phone and screen reader knows. */
export function DateTimeField({ value, onValueChange, min, max, ...field }: DateTimeFieldProps) {
  return (
    <TextField
      {...field}
      type="datetime-local"
      min={toTimeField(min)}
      max={toTimeField(max)}
      value={toTimeField(value)}
      onValueChange={(text) => onValueChange(fromTimeField(text))}
    />
  );
}
