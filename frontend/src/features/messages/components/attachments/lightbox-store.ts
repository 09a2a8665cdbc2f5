import type { Attachment } from '@hearth/contract';
import { create } from 'zustand';

interface Lightbox {
  /** Those that one can go through; empty: it is closed. */
  pictures: readonly Attachment[];
  /** Which one is shown. */
  currentId: string | null;
  /** Where the focus goes afterwards. */
  returnTo: HTMLElement | null;
  /** Which of those that can show it does. */
  host: LightboxHostName;
  /** Leads to where one of them stands; null where one is there already. */
  onGo: ((id: string) => void) | null;
}

export type LightboxHostName = 'conversation' | 'media';

const AT_HOME = { host: 'conversation', onGo: null } as const;

export const useLightboxStore = create<Lightbox>(() => ({ pictures: [], currentId: null, returnTo: null, ...AT_HOME }));

export const openLightbox = (
  pictures: readonly Attachment[],
  currentId: string,
  returnTo: HTMLElement,
  place: Pick<Lightbox, 'host' | 'onGo'> = AT_HOME,
): void => useLightboxStore.setState({ pictures, currentId, returnTo, ...place });

export const closeLightbox = (): void => useLightboxStore.setState({ pictures: [], currentId: null });

/** The next one, or the one before; at either end it stays. */
export function stepLightbox(by: 1 | -1): void {
  const { pictures, currentId } = useLightboxStore.getState();
  const next = pictures[pictures.findIndex(({ id }) => id === currentId) + by];
  if (next) useLightboxStore.setState({ currentId: next.id });
}
