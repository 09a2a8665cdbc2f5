import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { fieldError, fieldHint } from './field-styles';

export interface ChoiceRowProps {
  label: string;
  /** Keeps the label for screen readers only, where what it belongs to stands beside it. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
}

/** A checkbox or switch with its text beside it. */
export function ChoiceRow(props: ChoiceRowProps & { controlAtEnd?: boolean; children: ReactNode }) {
  const { label, hideLabel = false, hint, error, disabled, name, className, controlAtEnd = false, children } = props;
  return (
    <BaseField.Root
      name={name}
      invalid={Boolean(error)}
      disabled={disabled}
      className={cn('flex items-start gap-3 data-disabled:opacity-50', controlAtEnd && 'flex-row-reverse justify-between', className)}
    >
      <span className="flex h-5 items-center">{children}</span>
      <div className="flex flex-col gap-0.5">
        <BaseField.Label className={cn('text-ui text-fg', hideLabel && 'sr-only')}>{label}</BaseField.Label>
        {error ? (
          <BaseField.Error match className={fieldError}>
            {error}
          </BaseField.Error>
        ) : (
          hint && <BaseField.Description className={fieldHint}>{hint}</BaseField.Description>
        )}
      </div>
    </BaseField.Root>
  );
}
