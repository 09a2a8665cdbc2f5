import type { TextRange } from '@hearth/contract';

/** Where what a rule found stands in the text of a message: nowhere, if the text was dressed up. */
export function highlighted(content: string, matched: string): TextRange[] {
  const start = matched === '' ? -1 : content.toLowerCase().indexOf(matched.toLowerCase());
  // Small letters are not always as long as their capitals: then the place would be another.
  const isSameLength = content.toLowerCase().length === content.length;
  return start < 0 || !isSameLength ? [] : [[start, start + matched.length]];
}
