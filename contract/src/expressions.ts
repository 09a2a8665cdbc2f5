import * as z from 'zod';
import { auditReason } from './audit-log.js';
import { id, timestamp } from './ids.js';
import { limits } from './limits.js';
import { pictureData } from './picture-data.js';
import { noContent, route } from './route.js';
import { nameText } from './text.js';

export const expressionType = z.enum(['EMOJI', 'STICKER']).meta({ id: 'ExpressionType' });
export type ExpressionType = z.infer<typeof expressionType>;

/** A custom emoji or a sticker of a server. Its id is that of its picture: `GET /files/:id/picture`. */
export const expression = z
  .object({
    id,
    serverId: id,
    type: expressionType,
    name: z.string(),
    /** The picture moves; `GET /files/:id/still` does not. */
    animated: z.boolean(),
    creatorId: id.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Expression' });
export type Expression = z.infer<typeof expression>;

/** What people write between colons. */
export const emojiName = z.string().regex(/^[A-Za-z0-9_]{2,32}$/, { error: 'must be 2 to 32 of A to Z, 0 to 9 and _' });
export const stickerName = nameText(2, limits.stickerName);

const tag = 'servers';
const serverParams = z.object({ serverId: id });
const reason = auditReason.optional();
const because = z.object({ reason });

/** A picture that is somewhat too large is refused as one. */
const bodyBytes = 2 * limits.stickerBytes;

export const listMyExpressions = route({
  method: 'GET',
  path: '/users/me/expressions',
  tag: 'users',
  summary: 'The custom emoji and stickers of all servers that the caller is in, by id ascending',
  response: z.object({ expressions: z.array(expression) }),
});

export const listEmojis = route({
  method: 'GET',
  path: '/servers/:serverId/emojis',
  tag,
  summary: 'The custom emoji of a server, by id ascending',
  params: serverParams,
  response: z.object({ emojis: z.array(expression) }),
  errors: ['NOT_FOUND'],
});

export const createEmoji = route({
  method: 'POST',
  path: '/servers/:serverId/emojis',
  tag,
  summary: `Add a custom emoji, up to ${limits.emojisPerServer}, of a PNG, JPEG, GIF, WebP or AVIF of up to ${limits.emojiBytes / 1_024} KiB; needs MANAGE_EMOJIS`,
  params: serverParams,
  bodyBytes,
  body: z.object({ name: emojiName, image: pictureData(limits.emojiBytes), reason }).meta({ id: 'CreateEmoji' }),
  response: expression,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT', 'LIMIT_REACHED'],
});

export const updateEmoji = route({
  method: 'PATCH',
  path: '/servers/:serverId/emojis/:emojiId',
  tag,
  summary: 'Rename a custom emoji; needs MANAGE_EMOJIS',
  params: z.object({ serverId: id, emojiId: id }),
  body: z.object({ name: emojiName, reason }).meta({ id: 'UpdateEmoji' }),
  response: expression,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const deleteEmoji = route({
  method: 'DELETE',
  path: '/servers/:serverId/emojis/:emojiId',
  tag,
  summary: 'Delete a custom emoji; messages then show its name. Needs MANAGE_EMOJIS',
  params: z.object({ serverId: id, emojiId: id }),
  query: because,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listStickers = route({
  method: 'GET',
  path: '/servers/:serverId/stickers',
  tag,
  summary: 'The stickers of a server, by id ascending',
  params: serverParams,
  response: z.object({ stickers: z.array(expression) }),
  errors: ['NOT_FOUND'],
});

export const createSticker = route({
  method: 'POST',
  path: '/servers/:serverId/stickers',
  tag,
  summary: `Add a sticker, up to ${limits.stickersPerServer}, of a PNG, JPEG, GIF, WebP or AVIF of up to ${limits.stickerBytes / 1_024} KiB; needs MANAGE_EMOJIS. The name is read out to who does not see it`,
  params: serverParams,
  bodyBytes,
  body: z.object({ name: stickerName, image: pictureData(limits.stickerBytes), reason }).meta({ id: 'CreateSticker' }),
  response: expression,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT', 'LIMIT_REACHED'],
});

export const updateSticker = route({
  method: 'PATCH',
  path: '/servers/:serverId/stickers/:stickerId',
  tag,
  summary: 'Rename a sticker; needs MANAGE_EMOJIS',
  params: z.object({ serverId: id, stickerId: id }),
  body: z.object({ name: stickerName, reason }).meta({ id: 'UpdateSticker' }),
  response: expression,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const deleteSticker = route({
  method: 'DELETE',
  path: '/servers/:serverId/stickers/:stickerId',
  tag,
  summary: 'Delete a sticker; messages then show its name. Needs MANAGE_EMOJIS',
  params: z.object({ serverId: id, stickerId: id }),
  query: because,
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const expressionRoutes = {
  listMyExpressions,
  listEmojis,
  createEmoji,
  updateEmoji,
  deleteEmoji,
  listStickers,
  createSticker,
  updateSticker,
  deleteSticker,
};
