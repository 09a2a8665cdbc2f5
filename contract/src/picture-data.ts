import * as z from 'zod';

const HEAD = /^data:image\/[a-z.+-]{1,64};base64,/;
const FOREIGN = /[^A-Za-z0-9+/]/;

/** One pattern over all of it would have the engine remember every character of millions, and overflow. */
function isPicture(url: string): boolean {
  const head = HEAD.exec(url)?.[0];
  if (head === undefined) return false;
  const data = url.slice(head.length);
  const end = data.endsWith('==') ? -2 : data.endsWith('=') ? -1 : data.length;
  const bytes = data.slice(0, end);
  return bytes !== '' && !FOREIGN.test(bytes);
}

/** A picture within JSON, as a data URL (RFC 2397) in base64. What it is, its bytes say. */
export const pictureData = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4 + 64, { error: `must be of at most ${bytes / 1_024} KiB`, abort: true })
    .refine(isPicture, { error: 'must be a data URL of a picture in base64' });
