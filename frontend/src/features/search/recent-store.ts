import { create } from 'zustand';
import { keepOnDevice } from '@/lib/kept-on-device';

const MOST = 8;

interface Recent {
  /** What was searched, the last one first. */
  searches: string[];
}

export const useRecent = create<Recent>()(() => ({ searches: [] }));

keepOnDevice(useRecent, 'hearth.searches', ['searches']);

export const withRecent = (searches: readonly string[], text: string): string[] =>
  [text, ...searches.filter((other) => other !== text)].slice(0, MOST);

export const noteSearch = (text: string): void => useRecent.setState(({ searches }) => ({ searches: withRecent(searches, text) }));
