/** Opens the context menu of an element as the menu key of a keyboard does. */
export function openContextMenu(element: HTMLElement): void {
  const { left, bottom, width } = element.getBoundingClientRect();
  const start = getComputedStyle(element).direction === 'rtl' ? left + width - 72 : left + 72;
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: start, clientY: bottom }));
}
