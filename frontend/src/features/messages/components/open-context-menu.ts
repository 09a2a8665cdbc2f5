/** Where text begins in a row. */
const TEXT = 72;

const RIGHT_BUTTON = 2;

/** Opens the context menu of what an element belongs to, at the element: as the menu key of a keyboard does, or a right click. */
export function openContextMenu(element: HTMLElement, by: 'key' | 'pointer' = 'key'): void {
  const { left, right, bottom, width } = element.getBoundingClientRect();
  const inset = Math.min(TEXT, width / 2);
  const start = getComputedStyle(element).direction === 'rtl' ? right - inset : left + inset;
  const place = { clientX: start, clientY: bottom, button: by === 'pointer' ? RIGHT_BUTTON : 0 };
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
}
