import { useEffect, type RefObject } from 'react';
import { currentComposer } from './focus-composer';
import { isPageCovered } from './page-covered';

const TAKES_KEYS = 'input, textarea, select, [contenteditable="true"]';

/** Whoever begins to type anywhere in the app means the composer. The key arrives there, since focus moves before it takes effect. */
export function useTypeToFocus(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Beside another conversation, what is typed belongs to one of them.
      if (field.current !== currentComposer()) return;
      if (!event.defaultPrevented && meansText(event) && !isTaken(event.target)) field.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [field]);
}

function meansText(event: KeyboardEvent): boolean {
  const pastes = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v';
  if (pastes) return true;
  // Space and Enter press whatever has the focus.
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isTaken(target: EventTarget | null): boolean {
  return isPageCovered() || (target instanceof Element && target.closest(TAKES_KEYS) !== null);
}
