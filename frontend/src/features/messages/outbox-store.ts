import { create } from 'zustand';
import type { PendingMessage } from './pending-message';

/** What the outbox holds, for the screen: all channels, in the order in which it was written. */
export const useOutboxStore = create<{ pending: readonly PendingMessage[] }>(() => ({ pending: [] }));
