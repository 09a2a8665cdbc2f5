import { Field as BaseField } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { fieldError, fieldHint, fieldLabel } from './field-styles';
import { Icon } from './Icon';
import { useUiLabels } from './labels';

/** What all labelled controls share. */
export interface FieldProps {
  label: string;
  /** Keeps the label for screen readers only, where the place says it all (a search box). */
  hideLabel?: boolean;
  hint?: ReactNode;
  /** What is wrong and what to do; replaces the hint. */
  error?: string;
  optional?: boolean;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** Label, control, and hint or error, tied together for screen readers. */
export function Field(props: FieldProps & { children: ReactNode }) {
  const { label, hideLabel, hint, error, optional, disabled, name, className, children } = props;
  const labels = useUiLabels();
  return (
    <BaseField.Root name={name} invalid={Boolean(error)} disabled={disabled} className={cn('flex flex-col gap-1.5', className)}>
      <BaseField.Label className={cn(fieldLabel, 'flex items-baseline gap-1.5', hideLabel && 'sr-only')}>
        {label}
        {optional && <span className="text-meta font-normal text-fg-subtle">{labels.optional}</span>}
      </BaseField.Label>
      {children}
      {error ? (
        <BaseField.Error match className={fieldError}>
          <Icon icon={CircleAlert} size="small" className="my-px" />
          {error}
        </BaseField.Error>
      ) : (
        hint && <BaseField.Description className={fieldHint}>{hint}</BaseField.Description>
      )}
    </BaseField.Root>
  );
}
