import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '@/i18n';
import { takeKeys } from '@/lib/early-keys';
import { isComposing } from '@/lib/keys';
import { Icon, IconButton } from '@/ui';
import { noteSearch } from '../recent-store';
import { useSearchPane } from '../search-store';
import { OptionRow } from './OptionRow';
import { useOptions } from './use-options';
import { useSuggestions, type Suggestion } from './use-suggestions';

interface SearchBoxProps {
  label: string;
  serverId: string | undefined;
  /** From the field down to what was found. */
  onLeave: () => void;
  onClose: () => void;
}

const setText = (text: string): void => useSearchPane.setState({ text });

/** Where one types what to look for, with what could go on with it below. */
export function SearchBox({ label, serverId, onLeave, onClose }: SearchBoxProps) {
  const { t } = useTranslation();
  const text = useSearchPane((pane) => pane.text);
  const [caret, setCaret] = useState(text.length);
  const [isOpen, setIsOpen] = useState(false);
  const write = (next: string, at: number) => {
    setText(next);
    setCaret(at);
  };
  const field = useFocusWhenAsked((early) => write(early, early.length));
  const suggestions = useSuggestions({ text, caret, serverId });
  const shown = isOpen ? suggestions : [];
  const choose = ({ result, isWhole = false }: Suggestion) => {
    write(result.text, result.caret);
    if (isWhole) setIsOpen(false);
    requestAnimationFrame(() => field.current?.setSelectionRange(result.caret, result.caret));
  };
  // With every letter it is another list.
  const options = useOptions(shown.length, -1, text, (index) => shown[index] && choose(shown[index]));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (options.onKeyDown(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (shown.length > 0) setIsOpen(false);
      else if (text !== '') write('', 0);
      else onClose();
    } else if (event.key === 'Enter' && !isComposing(event.nativeEvent)) {
      setIsOpen(false);
      if (text.trim() !== '') noteSearch(text.trim());
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <div className="relative min-w-0 flex-1">
      <span className="pointer-events-none absolute inset-s-2.5 flex h-full items-center text-fg-subtle">
        <Icon icon={Search} />
      </span>
      <input
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={options.listId}
        aria-autocomplete="list"
        aria-activedescendant={options.active >= 0 ? options.optionId(options.active) : undefined}
        type="text"
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={512}
        placeholder={label}
        value={text}
        onChange={({ target }) => {
          write(target.value, target.selectionStart ?? target.value.length);
          setIsOpen(true);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? text.length)}
        onFocus={() => setIsOpen(true)}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
        className="h-9 w-full rounded-card border border-line-strong bg-canvas ps-9 pe-9 text-ui text-match-parent placeholder:text-fg-subtle"
      />
      {text !== '' && (
        <span className="absolute inset-y-0 inset-e-1 flex items-center">
          <IconButton
            icon={X}
            size="small"
            label={t('search.clear')}
            className="min-h-0!"
            onClick={() => {
              write('', 0);
              field.current?.focus();
            }}
          />
        </span>
      )}
      {shown.length > 0 && (
        <div
          role="listbox"
          id={options.listId}
          aria-label={t('search.suggestions')}
          className="absolute inset-x-0 top-full z-3 mt-1 max-h-80 overflow-y-auto rounded-card bg-popover p-1 shadow-float scrollbar-quiet"
        >
          {shown.map((suggestion, index) => (
            <OptionRow
              key={suggestion.key}
              id={options.optionId(index)}
              isActive={index === options.active}
              onHover={() => options.setActive(index)}
              onChoose={() => choose(suggestion)}
              leading={suggestion.leading}
              detail={suggestion.detail}
            >
              {suggestion.label}
            </OptionRow>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whenever the search is asked for, also when it is open already. @param onEarly something was typed before the field was there */
function useFocusWhenAsked(onEarly: (typed: string) => void) {
  const field = useRef<HTMLInputElement>(null);
  const count = useSearchPane((pane) => pane.count);
  const begin = useEffectEvent(() => {
    field.current?.focus();
    field.current?.select();
    const early = takeKeys();
    if (early !== '') onEarly(early);
  });
  useEffect(() => begin(), [count]);
  return field;
}
