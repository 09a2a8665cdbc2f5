import type { Instance } from '@hearth/contract';
import { create } from 'zustand';

export type SessionState =
  | { status: 'loading' }
  | { status: 'unreachable'; retry: () => void }
  | { status: 'anonymous'; instance: Instance; ended: boolean }
  | { status: 'signedIn'; userId: string };

export const useSessionStore = create<SessionState>(() => ({ status: 'loading' }));

/** A whole state for a whole state: nothing of the one before stays. */
export const setSession = (state: SessionState): void => useSessionStore.setState(state, true);
