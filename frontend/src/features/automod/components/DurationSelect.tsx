import { useFormat } from '@/i18n';
import { Select } from '@/ui';

interface DurationSelectProps {
  label: string;
  hideLabel?: boolean;
  disabled?: boolean;
  /** Seconds, rising. */
  choices: readonly number[];
  value: number;
  onValueChange: (seconds: number) => void;
  className?: string;
}

/** One of some durations; what is stored can be chosen, too, although nobody would offer it. */
export function DurationSelect({ choices, value, onValueChange, ...field }: DurationSelectProps) {
  const format = useFormat();
  const all = [...new Set([...choices, value])].sort((one, other) => one - other);
  return (
    <Select
      {...field}
      options={all.map((seconds) => ({ value: String(seconds), label: format.duration(seconds) }))}
      value={String(value)}
      onValueChange={(chosen) => onValueChange(Number(chosen))}
    />
  );
}
