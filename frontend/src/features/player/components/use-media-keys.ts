import type { KeyboardEvent } from 'react';
import { actOf, type MediaActs } from '../keys';

/** Keys of what plays, wherever in it the focus is. @param more those of its own, by letter */
export const useMediaKeys =
  (acts: MediaActs, more: Readonly<Record<string, () => void>> = {}) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const { target, nativeEvent } = event;
    if (event.defaultPrevented || !(target instanceof Element) || target.closest('[role="menu"]')) return;
    const { key, ctrlKey, metaKey, altKey } = nativeEvent;
    const own = ctrlKey || metaKey || altKey ? undefined : more[key.toLowerCase()];
    const act = own ?? actOf(nativeEvent, acts, target.closest('button, a, input') !== null);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
