import type { SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';

/** Shows another row in the place of the one in which something was pressed. What had the focus is gone; the row has it from here on. */
export function showInPlace({ currentTarget }: SyntheticEvent<HTMLElement>, show: () => void): void {
  const place = currentTarget.closest('[data-row]')?.parentElement;
  flushSync(show);
  place?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
}
