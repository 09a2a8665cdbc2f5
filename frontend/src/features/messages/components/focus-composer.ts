/** After the page has changed: what has the focus may be on its way out. */
export function focusComposer(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-composer]')?.focus());
}
