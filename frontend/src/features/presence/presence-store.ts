import type { Presence } from '@hearth/contract';
import { create } from 'zustand';

/** Everybody who is known; who is not here is offline. */
export type Presences = Record<string, Presence>;

export const usePresenceStore = create<Presences>(() => ({}));

export const applyReady = (presences: readonly Presence[]): Presences =>
  Object.fromEntries(presences.map((presence) => [presence.userId, presence]));

export const resetPresence = (): void => usePresenceStore.setState({}, true);
