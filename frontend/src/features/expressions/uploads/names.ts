import { characterCount, limits, type ExpressionType } from '@hearth/contract';

/** What an emoji is called: the same rule that the server has. */
const EMOJI_NAME = /^[A-Za-z0-9_]{2,32}$/;
const SHORTEST = 2;
const LONGEST = { EMOJI: 32, STICKER: limits.stickerName } as const;
const GAP = { EMOJI: '_', STICKER: ' ' } as const;

/** Control characters, and those that turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

export const isName = (type: ExpressionType, name: string): boolean => {
  if (type === 'EMOJI') return EMOJI_NAME.test(name);
  const length = characterCount(name.trim());
  return length >= SHORTEST && length <= LONGEST.STICKER;
};

/** Names differ by more than their capitals. */
export const isTaken = (name: string, taken: readonly string[]): boolean =>
  taken.some((other) => other.toLowerCase() === name.trim().toLowerCase());

/** A name for each file, none of them among those that are taken. */
export function namesFor(type: ExpressionType, fileNames: readonly string[], taken: readonly string[]): string[] {
  const given = [...taken];
  return fileNames.map((fileName) => {
    const name = freeName(type, proposed[type](stemOf(fileName)), given);
    given.push(name);
    return name;
  });
}

const stemOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '');

const proposed: Record<ExpressionType, (stem: string) => string> = {
  EMOJI: (stem) => {
    const letters = stem.normalize('NFKD').replace(/\p{M}/gu, '');
    const name = letters.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '');
    return name.length < SHORTEST ? `emoji${name && `_${name}`}` : name.slice(0, LONGEST.EMOJI);
  },
  STICKER: (stem) => {
    const words = stem
      .replace(UNSEEN, ' ')
      .replace(/[\s_-]+/g, ' ')
      .trim();
    return characterCount(words) < SHORTEST ? '' : cut(words, LONGEST.STICKER);
  },
};

/** Two of them are told apart by a number. One that nobody could name stays empty, to be named by hand. */
function freeName(type: ExpressionType, name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; free !== '' && isTaken(free, taken); number += 1) {
    const ending = `${GAP[type]}${number}`;
    free = cut(name, LONGEST[type] - ending.length) + ending;
  }
  return free;
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join('').trimEnd();
