import { useId, useState, type KeyboardEvent } from 'react';
import { isComposing } from '@/lib/keys';

export interface Options {
  listId: string;
  optionId: (index: number) => string;
  active: number;
  setActive: (index: number) => void;
  /** Moves with the arrow keys, chooses with Enter; true where the key was meant for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

/**
 * A list below a field that keeps the focus.
 *
 * @param first what is active at first; -1: nothing
 * @param of what the list is of: with another one it begins at first
 */
export function useOptions(count: number, first: number, of: string, choose: (index: number) => void): Options {
  const listId = useId();
  const [wanted, setWanted] = useState({ of, index: first });
  const active = Math.min(wanted.of === of ? wanted.index : first, count - 1);
  const setActive = (index: number) => setWanted({ of, index });
  const optionId = (index: number) => `${listId}-${index}`;
  const move = (step: number) => {
    const next = active + step;
    const within = next >= count ? Math.min(first, 0) : next < Math.min(first, 0) ? count - 1 : next;
    setActive(within);
    document.getElementById(optionId(within))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (isComposing(event.nativeEvent) || count === 0) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else return false;
    event.preventDefault();
    return true;
  };
  return { listId, optionId, active, setActive, onKeyDown };
}
