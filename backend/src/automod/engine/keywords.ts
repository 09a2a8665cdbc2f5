import { foldText } from './fold-text.js';

/** One keyword of one owner. `openStart`, `openEnd`: it may stand inside a word at that end. */
export interface Keyword {
  owner: number;
  /** Folded. */
  text: string;
  openStart: boolean;
  openEnd: boolean;
}

/** A keyword as somebody wrote it: an asterisk at an end stands for the rest of a word. Nothing may be left of its text. */
export function parseKeyword(written: string, owner = 0): Keyword {
  const text = foldText(written.replace(/^\*+|\*+$/g, '')).trim();
  return { owner, text, openStart: written.startsWith('*'), openEnd: written.endsWith('*') };
}
