import { Field as BaseField } from '@base-ui/react/field';
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { Field, type FieldProps } from './Field';
import { controlBox } from './field-styles';
import { Icon } from './Icon';
import { useUiLabels } from './labels';

export interface TextFieldProps extends FieldProps, Omit<BaseField.Control.Props, 'className' | 'prefix' | keyof FieldProps> {
  /** An icon or a few fixed letters before the text. */
  prefix?: ReactNode;
  suffix?: ReactNode;
}

/** Read from left to right in every language. */
const LATIN_TYPES = new Set(['email', 'url', 'tel']);

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, optional, disabled, name, className, prefix, suffix, type = 'text', ...control } = props;
  const [revealed, setRevealed] = useState(false);
  const isPassword = type === 'password';
  const dir = control.dir ?? (LATIN_TYPES.has(type) ? 'ltr' : undefined);
  return (
    <Field {...{ label, hideLabel, hint, error, optional, disabled, name, className }}>
      <div dir={prefix || suffix ? dir : undefined} className="relative flex items-center">
        {prefix && <span className="pointer-events-none absolute inset-s-3 flex text-fg-subtle">{prefix}</span>}
        <BaseField.Control
          {...control}
          dir={dir}
          type={isPassword && revealed ? 'text' : type}
          className={cn(controlBox, 'h-9 px-3 text-match-parent', prefix && 'ps-9', isPassword || suffix ? 'pe-11' : undefined)}
        />
        {(isPassword || suffix) && (
          <span className="absolute inset-e-1 flex items-center text-fg-subtle">
            {isPassword ? <RevealButton revealed={revealed} onToggle={setRevealed} /> : suffix}
          </span>
        )}
      </div>
    </Field>
  );
}

function RevealButton({ revealed, onToggle }: { revealed: boolean; onToggle: (revealed: boolean) => void }) {
  const labels = useUiLabels();
  return (
    <button
      type="button"
      aria-label={revealed ? labels.hidePassword : labels.showPassword}
      onClick={() => onToggle(!revealed)}
      className="touch-area grid size-7 place-items-center rounded-card text-fg-subtle transition-colors hover:bg-hover hover:text-fg"
    >
      <Icon icon={revealed ? EyeOff : Eye} />
    </button>
  );
}
