import { Radio } from '@base-ui/react/radio';
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group';
import { Ban, Check } from 'lucide-react';
import { useId, useState } from 'react';
import { cn } from '@/lib/cn';
import { cssColor, parseColor } from '@/lib/color';
import { cssVars } from '@/lib/css-vars';
import { tooltipAttributes } from './active-tooltip';
import { fieldHint, fieldLabel } from './field-styles';
import { Icon } from './Icon';
import { useUiLabels } from './labels';
import { TextField } from './TextField';

export interface ColorPreset {
  color: number;
  /** What it is called: "Teal". */
  label: string;
}

export interface ColorFieldProps {
  label: string;
  hint?: string;
  presets: readonly ColorPreset[];
  /** 24 bits of RGB; null: none. */
  value: number | null;
  onValueChange: (color: number | null) => void;
  disabled?: boolean;
}

const NONE = 'none';
const keyOf = (color: number | null): string => (color === null ? NONE : String(color));

/** One of a few colours that go well here, any other, or none. */
export function ColorField({ label, hint, presets, value, onValueChange, disabled }: ColorFieldProps) {
  const labels = useUiLabels();
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <span id={`${id}-label`} className={fieldLabel}>
        {label}
      </span>
      {hint && (
        <span id={`${id}-hint`} className={fieldHint}>
          {hint}
        </span>
      )}
      <BaseRadioGroup
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={keyOf(value)}
        onValueChange={(next: string) => onValueChange(next === NONE ? null : Number(next))}
        disabled={disabled}
        className="flex flex-wrap gap-2 pointer-coarse:gap-3"
      >
        <Swatch color={null} label={labels.noColor} />
        {presets.map((preset) => (
          <Swatch key={preset.color} {...preset} />
        ))}
      </BaseRadioGroup>
      <CustomColor value={value} onValueChange={onValueChange} disabled={disabled} />
    </div>
  );
}

function Swatch({ color, label }: { color: number | null; label: string }) {
  return (
    <Radio.Root
      {...tooltipAttributes(label, undefined)}
      value={keyOf(color)}
      aria-label={label}
      style={color === null ? undefined : cssVars({ '--swatch': cssColor(color) })}
      className={cn(
        'touch-area grid size-8 shrink-0 place-items-center rounded-full border data-checked:border-2 data-checked:border-fg data-disabled:opacity-50',
        color === null ? 'border-line-strong bg-raised' : 'border-line bg-(--swatch)',
      )}
    >
      {color === null && <Icon icon={Ban} className="col-start-1 row-start-1 text-fg-subtle" />}
      <Radio.Indicator className="col-start-1 row-start-1 grid size-4.5 place-items-center rounded-full bg-popover text-fg shadow-bar">
        <Icon icon={Check} size="tiny" className="stroke-[3]" />
      </Radio.Indicator>
    </Radio.Root>
  );
}

const textOf = (color: number | null): string => (color === null ? '' : cssColor(color));

type CustomColorProps = Pick<ColorFieldProps, 'value' | 'onValueChange' | 'disabled'>;

/** By the browser's own chooser, or by its digits. */
function CustomColor({ value, onValueChange, disabled }: CustomColorProps) {
  const labels = useUiLabels();
  const [text, setText] = useState(textOf(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setText(textOf(value));
  }
  const parsed = parseColor(text);
  const commit = () => {
    if (parsed !== null && parsed !== value) onValueChange(parsed);
  };
  return (
    <div className="flex items-end gap-2">
      <input
        type="color"
        aria-label={labels.chooseColor}
        disabled={disabled}
        value={cssColor(value ?? 0)}
        onChange={(event) => onValueChange(parseColor(event.target.value))}
        className="h-9 w-12 shrink-0 cursor-pointer rounded-card border border-line-strong bg-raised p-1 disabled:cursor-default disabled:opacity-50 pointer-coarse:h-touch"
      />
      <TextField
        label={labels.customColor}
        hideLabel
        dir="ltr"
        placeholder="#"
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={text}
        onValueChange={setText}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          commit();
        }}
        error={text !== '' && parsed === null ? labels.wrongColor : undefined}
        className="w-40"
      />
    </div>
  );
}
