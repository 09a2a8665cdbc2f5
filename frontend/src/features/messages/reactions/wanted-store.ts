import { create } from 'zustand';
import type { Wanted } from './wanted';

export const NOTHING_WANTED: Wanted = {};

/** By message, what is on its way. */
const useWantedStore = create<Record<string, Wanted>>()(() => ({}));

/** The same object as long as nothing changes. */
export const useWanted = (messageId: string): Wanted => useWantedStore((state) => state[messageId] ?? NOTHING_WANTED);

export const wantedOf = (messageId: string, emoji: string): boolean | undefined => useWantedStore.getState()[messageId]?.[emoji];

/** @param want undefined: the server knows */
export function setWanted(messageId: string, emoji: string, want: boolean | undefined): void {
  useWantedStore.setState((state) => {
    const { [messageId]: before = NOTHING_WANTED, ...others } = state;
    const { [emoji]: _before, ...rest } = before;
    const next = want === undefined ? rest : { ...rest, [emoji]: want };
    return Object.keys(next).length === 0 ? others : { ...others, [messageId]: next };
  }, true);
}

export const clearWanted = (): void => useWantedStore.setState({}, true);
