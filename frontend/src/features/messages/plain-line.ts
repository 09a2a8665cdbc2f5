/** What is hidden in a text until somebody asks for it. */
const SPOILER = /\|\|[^|]+\|\|/g;
/** Signs that shape a text and are none of its words. */
const MARKS = /\*\*|__|~~|`+|^ {0,3}(?:#{1,3}|>|[-*]) /gm;
const LINK = /\[([^\]\n]+)\]\((?:https?|mailto):[^)\s]+\)/g;

/** A text on one line, without what shapes it: for quotes. */
export const plainLine = (text: string): string =>
  text.replaceAll(SPOILER, '▒▒▒').replaceAll(LINK, '$1').replaceAll(MARKS, '').replaceAll(/\s+/g, ' ').trim();
