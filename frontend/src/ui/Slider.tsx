import { Slider as BaseSlider } from '@base-ui/react/slider';
import { cn } from '@/lib/cn';
import { fieldLabel } from './field-styles';

export interface SliderProps {
  label: string;
  value: number;
  onValueChange: (value: number) => void;
  /** When the hand lets go: the moment to store. */
  onValueCommitted?: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** How the value reads, such as `16 px`. */
  formatValue?: (value: number) => string;
  disabled?: boolean;
  className?: string;
}

export function Slider(props: SliderProps) {
  const { label, value, onValueChange, onValueCommitted, min = 0, max = 100, step = 1, formatValue = String, disabled, className } = props;
  return (
    <BaseSlider.Root
      {...{ value, min, max, step, disabled }}
      onValueChange={(next) => onValueChange(next)}
      onValueCommitted={(next) => onValueCommitted?.(next)}
      className={cn('flex flex-col gap-1.5', className)}
    >
      <div className="flex items-baseline justify-between gap-4">
        <BaseSlider.Label className={fieldLabel}>{label}</BaseSlider.Label>
        <BaseSlider.Value className="text-meta text-fg-subtle tabular-nums">{() => formatValue(value)}</BaseSlider.Value>
      </div>
      <BaseSlider.Control className="flex h-6 touch-none items-center select-none data-disabled:opacity-50 pointer-coarse:h-touch">
        <BaseSlider.Track className="h-1 w-full rounded-full bg-line-strong/60">
          <BaseSlider.Indicator className="rounded-full bg-accent" />
          <BaseSlider.Thumb
            getAriaValueText={() => formatValue(value)}
            className="size-4 rounded-full bg-accent ring-2 ring-canvas transition-[scale] hover:scale-110 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}
