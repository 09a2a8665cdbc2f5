import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './Button';
import { Field, type FieldProps } from './Field';
import { controlBox } from './field-styles';
import { useUiLabels } from './labels';
import { Field as BaseField } from '@base-ui/react/field';
import { VisuallyHidden } from './VisuallyHidden';

const COPIED_MS = 2000;

/** A text to take along, such as an invite link. */
export function CopyField({ value, ...field }: FieldProps & { value: string }) {
  const labels = useUiLabels();
  const { copied, copy } = useCopy(value);
  return (
    <Field {...field}>
      <div className="flex gap-2">
        <BaseField.Control
          readOnly
          dir="ltr"
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className={`${controlBox} h-9 min-w-0 px-3`}
        />
        <Button variant="primary" icon={copied ? Check : Copy} onClick={copy}>
          {copied ? labels.copied : labels.copy}
        </Button>
        <VisuallyHidden role="status">{copied && labels.copied}</VisuallyHidden>
      </div>
    </Field>
  );
}

function useCopy(value: string) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void navigator.clipboard.writeText(value).then(() => setCopied(true));
  return { copied, copy };
}
