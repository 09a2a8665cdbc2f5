/** What is hidden in a text until somebody asks for it. */
const SPOILER = /\|\|[^|]+\|\|/g;
/** Signs that shape a text and are none of its words. */
const MARKS = /\*\*|__|~~|^```[\w+#-]+$|`+|^ {0,3}(?:#{1,3}|>|[-*]) /gm;
/** One sign before and after some words; within a word it is part of that. */
const SLANTED = /(?<![\p{L}\p{N}_*])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![\p{L}\p{N}_*])/gu;
const LINK = /\[([^\]\n]+)\]\((?:https?|mailto):[^)\s]+\)/g;

/** A text on one line, without what shapes it: for quotes. */
export const plainLine = (text: string): string =>
  text.replaceAll(SPOILER, '▒▒▒').replaceAll(LINK, '$1').replaceAll(MARKS, '').replaceAll(SLANTED, '$2').replaceAll(/\s+/g, ' ').trim();
