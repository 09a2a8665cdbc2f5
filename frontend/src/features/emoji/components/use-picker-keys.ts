import type { KeyboardEvent } from 'react';
import { isComposing } from '@/lib/keys';
import { moveTo, type PickerContent, type Step } from '../picker-rows';

interface PickerKeys<T> {
  content: PickerContent<T>;
  place: number;
  query: string;
  go: (place: number) => void;
  pick: (item: T, more: boolean) => void;
}

const STEPS: Partial<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down' };

/** The focus stays in the field, so that one can go on writing. */
export function usePickerKeys<T>({ content, place, query, go, pick }: PickerKeys<T>) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const active = content.items[place];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active) pick(active, event.shiftKey);
      return;
    }
    const step = STEPS[event.key] ?? sideways(event, query === '' || place > 0);
    const next = step && moveTo(content, place, step);
    if (next === undefined || next === null) return;
    event.preventDefault();
    go(next);
  };
}

/** To the sides the keys move in the text as long as nothing was chosen in the list. */
function sideways(event: KeyboardEvent<HTMLInputElement>, isInList: boolean): Step | undefined {
  if (!isInList || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return undefined;
  const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  return (event.key === 'ArrowRight') === isRightToLeft ? 'previous' : 'next';
}
