import { limits } from './limits.js';

/** Controls, line separators, what has no width, and whatever turns the direction of the text around it: a name must not look like another one. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
/** Letters of scripts in which they change their shape by what is beside them, as in Persian and Hindi. */
const SHAPED = String.raw`(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Inherited})[\p{L}\p{M}]`;
/** What joins letters or keeps them apart, and what makes one emoji of several; anywhere else nobody sees it, and nothing is captured. */
const JOINERS = new RegExp(
  String.raw`((?<=${SHAPED})[\u200c\u200d](?=${SHAPED})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic}))|[\u200c\u200d]`,
  'gu',
);
const OUTER = /^[\s.]+|[\s.]+$/gu;
const NAMELESS = 'file';
/** Longer ones are no ending by which anybody knows a file. */
const LONGEST_ENDING = 16;

const bytesOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};
/** In UTF-8, which is never less than the characters of JavaScript. */
const byteLength = (text: string): number => [...text].reduce((sum, character) => sum + bytesOf(character), 0);

/**
 * The name of a file as it is shown and suggested for saving, whatever it was called: no folders, nothing invisible, at most 255 characters
 * and bytes in UTF-8, of which the ending is kept. It is no path, and nothing is stored under it.
 */
export function sanitiseFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replaceAll(INVISIBLE, '').replaceAll(JOINERS, '$1').replaceAll(OUTER, '');
  if (clean === '') return NAMELESS;
  return byteLength(clean) <= limits.fileName ? clean : shortened(clean);
}

function shortened(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
  let room = limits.fileName - byteLength(ending);
  let stem = '';
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= bytesOf(character);
    if (room < 0) break;
    stem += character;
  }
  return stem.replaceAll(OUTER, '') + ending;
}
