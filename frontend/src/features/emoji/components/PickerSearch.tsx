import { Search } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMediaQuery } from '@/lib/use-media-query';
import { Icon, TextField } from '@/ui';

export interface PickerSearchProps {
  label: string;
  query: string;
  onQuery: (query: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  listId: string;
  activeId: string | undefined;
}

/** Where one writes what one looks for; the arrow keys move in the list below it. */
export function PickerSearch({ label, query, onQuery, onKeyDown, listId, activeId }: PickerSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const byThumb = useMediaQuery('(pointer: coarse)');
  // A thumb looks first; the keyboard would cover what there is to see.
  useEffect(() => {
    if (!byThumb) field.current?.focus({ preventScroll: true });
  }, [byThumb]);
  return (
    <TextField
      ref={field}
      label={label}
      hideLabel
      role="combobox"
      aria-expanded
      aria-controls={listId}
      aria-activedescendant={activeId}
      aria-autocomplete="list"
      autoComplete="off"
      placeholder={label}
      prefix={<Icon icon={Search} />}
      value={query}
      onValueChange={onQuery}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        // What is written goes first; then Escape closes.
        if (event.key === 'Escape' && query !== '') {
          event.preventDefault();
          event.stopPropagation();
          onQuery('');
        } else onKeyDown(event);
      }}
      className="mb-2"
    />
  );
}
