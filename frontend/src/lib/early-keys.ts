import { isComposing } from './keys';

/** Milliseconds: a field that takes longer to come is not waited for with everything that is typed. */
const PATIENCE = 3_000;

let caught = '';
let end: () => void = () => undefined;

/**
 * From a key on that opens a field until that has the focus, what is typed is meant for the field and not for what had the focus before.
 * Escape, a press of the mouse and the keys of the browser are left as they are.
 */
export function catchKeys(): void {
  end();
  caught = '';
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => end(), PATIENCE);
  end = () => {
    controller.abort();
    clearTimeout(timer);
  };
  window.addEventListener('keydown', take, { capture: true, signal });
  window.addEventListener('pointerdown', () => end(), { capture: true, signal });
}

/** The field is there. @returns what was typed meanwhile */
export function takeKeys(): string {
  end();
  const typed = caught;
  caught = '';
  return typed;
}

function take(event: KeyboardEvent): void {
  const { key } = event;
  const isForBrowser = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');
  if (isForBrowser || isComposing(event) || /^F\d+$/.test(key)) return;
  if (key === 'Escape') return end();
  event.preventDefault();
  event.stopImmediatePropagation();
  if (key === 'Backspace') caught = caught.slice(0, -1);
  else if (key.length === 1) caught += key;
}
