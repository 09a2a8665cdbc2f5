import { createContext, use } from 'react';

/** `direct`: with one other person, whose name stands above already. Null: rows, as everywhere but in conversations on phones. */
export type Bubbles = 'direct' | 'group' | null;

export const BubblesContext = createContext<Bubbles>(null);

export const useBubbles = (): Bubbles => use(BubblesContext);
