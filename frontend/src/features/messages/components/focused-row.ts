import type { FocusEvent, RefObject } from 'react';

/** What comes in the place of a row may have to be loaded first; in frames. */
const PATIENCE = 30;

const liesOver = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-base-ui-portal]') !== null;

/** Knows which row has the focus, or had it before a menu or a dialog took it, and gives it to what comes in the place of a row. */
export class FocusedRow {
  #key: string | null = null;

  constructor(private readonly scroller: RefObject<HTMLElement | null>) {}

  /** Something has got the focus. */
  note(target: EventTarget | null): void {
    if (liesOver(target) || !(target instanceof HTMLElement)) return;
    this.#key = (this.scroller.current?.contains(target) && target.dataset['row']) || null;
  }

  /** Told also of a row that goes, whose focus is to be given to what takes its place. */
  readonly onBlur = ({ target, relatedTarget }: FocusEvent<HTMLElement>): void => {
    if (liesOver(relatedTarget)) return;
    queueMicrotask(() => {
      if (target.isConnected && this.#key === target.dataset['row']) this.#key = null;
    });
  };

  /** It went with the row that had it. */
  isLost(): boolean {
    return this.#key !== null && document.activeElement === document.body;
  }

  give(key: string, patience = PATIENCE): void {
    const rows = this.scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset['row'] === key);
    if (row) row.focus({ preventScroll: true });
    else if (patience > 0) requestAnimationFrame(() => this.isLost() && this.give(key, patience - 1));
  }
}
