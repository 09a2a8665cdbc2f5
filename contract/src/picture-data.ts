import * as z from 'zod';

/** A picture within JSON, as a data URL (RFC 2397) in base64. What it is, its bytes say. */
export const pictureData = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4 + 64, { error: `must be of at most ${bytes / 1_024} KiB` })
    .regex(/^data:image\/[a-z.+-]+;base64,[A-Za-z0-9+/]+={0,2}$/, { error: 'must be a data URL of a picture in base64' });
