import { Search, X } from 'lucide-react';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { useUiLabels } from './labels';
import { TextField } from './TextField';

export interface SearchFieldProps {
  /** What is searched: "Search members". */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  className?: string;
}

export function SearchField({ label, value, onValueChange, className }: SearchFieldProps) {
  const labels = useUiLabels();
  return (
    <TextField
      label={label}
      hideLabel
      type="text"
      role="searchbox"
      enterKeyHint="search"
      autoComplete="off"
      placeholder={label}
      prefix={<Icon icon={Search} />}
      suffix={
        value !== '' && <IconButton icon={X} size="small" label={labels.clear} className="min-h-0!" onClick={() => onValueChange('')} />
      }
      value={value}
      onValueChange={onValueChange}
      onKeyDown={(event) => {
        // What is written goes first; then Escape is for whatever lies below.
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        onValueChange('');
      }}
      className={className}
    />
  );
}
