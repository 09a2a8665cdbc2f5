import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { Field, type FieldProps } from './Field';
import { controlBox } from './field-styles';
import { AutoGrowTextarea } from './AutoGrowTextarea';

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'className' | keyof FieldProps> {
  /** Rows it starts with, and rows it grows to before it scrolls. */
  minRows?: number;
  maxRows?: number;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, optional, disabled, name, className, ...control } = props;
  return (
    <Field {...{ label, hideLabel, hint, error, optional, disabled, name, className }}>
      <BaseField.Control
        render={
          <AutoGrowTextarea
            {...control}
            className={cn(
              controlBox,
              'min-h-[calc(var(--min-rows)*1lh+1rem+2px)] px-3 py-2 pointer-coarse:min-h-[calc(var(--min-rows)*1lh+1rem+2px)]!',
            )}
          />
        }
      />
    </Field>
  );
}
