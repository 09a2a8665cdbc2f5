/** Where one writes in the conversation that has the focus, else in the first one. */
const composerIn = (place: ParentNode): HTMLElement | null => place.querySelector<HTMLElement>('[data-composer]');

const placeOfFocus = (): ParentNode => document.activeElement?.closest('[data-conversation]') ?? document;

export const currentComposer = (): HTMLElement | null => composerIn(placeOfFocus());

/** After the page has changed: what has the focus may be on its way out. */
export function focusComposer(): void {
  const place = placeOfFocus();
  requestAnimationFrame(() => composerIn(place)?.focus());
}
