import { createContext, use } from 'react';

/** Leads to a message of the conversation; `from`: the seq of where the way back leads. */
export type JumpTo = (seq: number, from: number | null) => void;

export const JumpContext = createContext<JumpTo>(() => undefined);

export const useJumpTo = (): JumpTo => use(JumpContext);
