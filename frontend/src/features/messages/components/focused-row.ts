import type { FocusEvent, RefObject } from 'react';

/** What comes in the place of a row may have to be loaded first, and a dialog that goes may keep it from the focus for a moment; in frames. */
const PATIENCE = 30;

/** On a row that a pointer gave the focus to: nobody who begins to type then means the keys of rows. */
const POINTED = 'data-pointed';

const liesOver = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-base-ui-portal]') !== null;

export const isPointed = (row: Element): boolean => row.hasAttribute(POINTED);

/** Knows which row has the focus, or had it before a menu or a dialog took it, and gives it to what comes in the place of a row. */
export class FocusedRow {
  #key: string | null = null;
  #isPressed = false;

  constructor(private readonly scroller: RefObject<HTMLElement | null>) {}

  /** A pointer is down: what gets the focus now gets it by that. */
  press(isPressed: boolean): void {
    this.#isPressed = isPressed;
  }

  /** Something has got the focus. */
  note(target: EventTarget | null): void {
    if (liesOver(target) || !(target instanceof HTMLElement)) return;
    const key = this.#isInList(target) ? target.dataset['row'] : undefined;
    if (key !== undefined) target.toggleAttribute(POINTED, this.#isPressed);
    // Who points at things has no need of a focus that stays.
    this.#key = key === undefined || this.#isPressed ? null : key;
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

  /** What lies over the page has it, and may be about to go. */
  isAway(): boolean {
    return this.#key !== null && liesOver(document.activeElement);
  }

  /** Gives it back once what lies over the page is gone and nothing else took it, if that is soon. */
  await(key: string, patience = PATIENCE): void {
    requestAnimationFrame(() => {
      if (this.isLost()) this.give(key, patience);
      else if (patience > 0 && this.isAway()) this.await(key, patience - 1);
    });
  }

  /** Somebody who goes by keys is in the list, or was until their row went. */
  isHere(): boolean {
    const { activeElement } = document;
    return this.isLost() || (activeElement !== null && this.#isInList(activeElement) && activeElement.matches(':focus-visible'));
  }

  give(key: string, patience = PATIENCE): void {
    const rows = this.scroller.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset['row'] === key);
    row?.focus({ preventScroll: true });
    if (document.activeElement !== row && patience > 0) requestAnimationFrame(() => this.isLost() && this.give(key, patience - 1));
  }

  #isInList(element: Element): boolean {
    return this.scroller.current?.contains(element) === true;
  }
}
