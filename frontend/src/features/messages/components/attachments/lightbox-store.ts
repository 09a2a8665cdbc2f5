import type { Attachment } from '@hearth/contract';
import { create } from 'zustand';

interface Lightbox {
  /** Those that one can go through; empty: it is closed. */
  pictures: readonly Attachment[];
  /** Which one is shown. */
  currentId: string | null;
  /** Where the focus goes afterwards. */
  returnTo: HTMLElement | null;
}

export const useLightboxStore = create<Lightbox>(() => ({ pictures: [], currentId: null, returnTo: null }));

export const openLightbox = (pictures: readonly Attachment[], currentId: string, returnTo: HTMLElement): void =>
  useLightboxStore.setState({ pictures, currentId, returnTo });

export const closeLightbox = (): void => useLightboxStore.setState({ pictures: [], currentId: null });

/** The next one, or the one before; at either end it stays. */
export function stepLightbox(by: 1 | -1): void {
  const { pictures, currentId } = useLightboxStore.getState();
  const next = pictures[pictures.findIndex(({ id }) => id === currentId) + by];
  if (next) useLightboxStore.setState({ currentId: next.id });
}
