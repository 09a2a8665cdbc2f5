import { useEffect, useEffectEvent, useId, useState, type RefObject } from 'react';
import { useTranslation } from '@/i18n';
import { insertText } from '@/lib/insert-text';
import { isComposing } from '@/lib/keys';
import { cn } from '@/lib/cn';
import { triggerAt, type Trigger } from '../../completion';
import { writeEmoji } from './emoji-writing';
import { useOptions, type Option } from './options';

writeEmoji();

/** Over the field, what may be meant by what is being typed there. The field keeps the focus. */
export default function Completion({ field, channelId }: { field: RefObject<HTMLTextAreaElement | null>; channelId: string }) {
  const { t } = useTranslation();
  const listId = useId();
  const { trigger, close } = useTrigger(field);
  const options = useOptions(channelId, trigger);
  const [active, setActive] = useState({ trigger, index: 0 });
  // What is typed further begins at the best one again.
  const index = active.trigger === trigger ? Math.min(active.index, options.length - 1) : 0;
  const isOpen = trigger !== null && options.length > 0;

  const choose = (option: Option | undefined) => {
    if (!option || !trigger || !field.current) return;
    field.current.setSelectionRange(trigger.start, trigger.start + trigger.query.length + 1);
    option.chosen?.();
    insertText(field.current, option.text);
    close();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (isComposing(event) || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive({ trigger, index: (index + step + options.length) % options.length });
    else if (event.key === 'Enter' || event.key === 'Tab') choose(options[index]);
    else if (event.key === 'Escape') close();
    else return false;
    return true;
  };
  useKeys(field, isOpen, onKey);
  useDescription(field, isOpen ? { list: listId, option: `${listId}-${index}` } : null);

  if (!isOpen) return null;
  return (
    <div
      role="listbox"
      id={listId}
      aria-label={t('composer.suggestions')}
      className="absolute inset-x-0 bottom-full z-2 mb-1 max-h-72 overflow-y-auto scrollbar-quiet rounded-dialog bg-popover p-1 shadow-float"
    >
      {options.map((option, at) => (
        <div
          key={option.key}
          role="option"
          id={`${listId}-${at}`}
          aria-selected={at === index}
          ref={at === index ? intoView : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => at !== index && setActive({ trigger, index: at })}
          onClick={() => choose(option)}
          className={cn(
            'flex min-h-9 cursor-default items-center gap-2.5 rounded-chip px-2 py-1 text-ui select-none pointer-coarse:min-h-touch',
            at === index && 'bg-active',
          )}
        >
          {option.leading}
          <bdi className="truncate">{option.label}</bdi>
          {option.detail && <bdi className="truncate text-meta text-fg-subtle">{option.detail}</bdi>}
        </div>
      ))}
    </div>
  );
}

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** What is typed at the caret, as long as nobody closed it. */
function useTrigger(field: RefObject<HTMLTextAreaElement | null>): { trigger: Trigger | null; close: () => void } {
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const look = () => {
      const isCaret = element.selectionStart === element.selectionEnd && document.activeElement === element;
      const found = isCaret ? triggerAt(element.value, element.selectionStart) : null;
      setTrigger((before) => (isSame(before, found) ? before : found));
    };
    const leave = () => setTrigger(null);
    element.addEventListener('input', look);
    element.addEventListener('click', look);
    element.addEventListener('blur', leave);
    // This comes late: somebody may be in the middle of a name.
    look();
    return () => {
      element.removeEventListener('input', look);
      element.removeEventListener('click', look);
      element.removeEventListener('blur', leave);
    };
  }, [field]);
  return { trigger, close: () => setTrigger(null) };
}

const isSame = (a: Trigger | null, b: Trigger | null): boolean => a?.sign === b?.sign && a?.query === b?.query && a?.start === b?.start;

/** Before the composer itself, to which Enter means something else. */
function useKeys(field: RefObject<HTMLTextAreaElement | null>, isOpen: boolean, onKey: (event: KeyboardEvent) => boolean): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const element = field.current;
    if (!element || !isOpen) return undefined;
    const listener = (event: KeyboardEvent) => handle(event);
    element.addEventListener('keydown', listener);
    return () => element.removeEventListener('keydown', listener);
  }, [field, isOpen]);
}

/** Tells a screen reader which option is at hand while the field has the focus. */
function useDescription(field: RefObject<HTMLTextAreaElement | null>, at: { list: string; option: string } | null): void {
  const [list, option] = [at?.list, at?.option];
  useEffect(() => {
    const element = field.current;
    if (!element || list === undefined || option === undefined) return undefined;
    element.setAttribute('aria-autocomplete', 'list');
    element.setAttribute('aria-controls', list);
    element.setAttribute('aria-activedescendant', option);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) element.removeAttribute(name);
    };
  }, [field, list, option]);
}
