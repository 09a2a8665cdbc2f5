import { Progress } from '@base-ui/react/progress';
import { cn } from '@/lib/cn';
import { fieldLabel } from './field-styles';

export interface ProgressBarProps {
  label: string;
  /** How much of `max` is done; null while that is not known. */
  value: number | null;
  max?: number;
  /** How it reads: "12 of 40". */
  formatValue?: (value: number) => string;
  className?: string;
}

export function ProgressBar({ label, value, max = 100, formatValue = String, className }: ProgressBarProps) {
  const text = value === null ? undefined : formatValue(value);
  return (
    <Progress.Root value={value} max={max} getAriaValueText={() => text ?? ''} className={cn('flex flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-4">
        <Progress.Label className={fieldLabel}>{label}</Progress.Label>
        <span aria-hidden className="text-meta text-fg-subtle tabular-nums">
          {text}
        </span>
      </div>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-active">
        <Progress.Indicator className="h-full rounded-full bg-accent transition-[width] duration-pane data-indeterminate:w-1/3 data-indeterminate:animate-breathe" />
      </Progress.Track>
    </Progress.Root>
  );
}
