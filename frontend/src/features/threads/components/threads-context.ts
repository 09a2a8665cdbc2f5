import type { Channel, Message } from '@hearth/contract';
import { createContext } from 'react';

/** The threads of the channel around, and what can be done with them. */
export interface ThreadsPlace {
  /** By id, which is that of the message at which a thread begins. */
  threads: ReadonlyMap<string, Channel>;
  open: (threadId: string) => void;
  /** Null for whoever may not. */
  begin: ((message: Message) => void) | null;
}

export const ThreadsContext = createContext<ThreadsPlace | null>(null);
