import * as z from 'zod';

/** Length as people count it: code points, so that an emoji outside the basic plane is one character. */
export const characterCount = (text: string): number => {
  let count = 0;
  // The iterator of a string goes by code points.
  for (const iterator = text[Symbol.iterator](); !iterator.next().done;) count += 1;
  return count;
};

// NUL and lone surrogates cannot be stored as UTF-8 by Postgres: refused here, they never become a database error.
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();

const boundedText = (min: number, max: number) =>
  z
    .string()
    // The UTF-16 bound is cheap and refuses megabytes before anything is counted.
    .max(max * 2, { error: `at most ${max} characters`, abort: true })
    .refine(isStorable, {
      error: 'must not contain NUL or broken surrogate pairs',
      abort: true,
    })
    .refine((text) => characterCount(text) <= max, {
      error: `at most ${max} characters`,
    })
    .refine((text) => text.trim().length >= min, {
      error: min === 1 ? 'must not be empty' : `at least ${min} characters`,
    })
    .meta({ minLength: min, maxLength: max });

/** Free text of several lines. White space at the ends is kept; text of white space alone is refused when `min` is 1. */
export const longText = boundedText;

const controlCharacters = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A name on one line: trimmed, no control characters and none that turn the direction of the text around it. */
export const nameText = (min: number, max: number) =>
  boundedText(min, max)
    .refine((text) => !controlCharacters.test(text), {
      error: 'must not contain control characters',
    })
    .transform((text) => text.trim());
