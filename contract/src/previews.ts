import * as z from 'zod';
import { id } from './ids.js';
import { message } from './messages.js';
import { file, route } from './route.js';

export const removeEmbeds = route({
  method: 'DELETE',
  path: '/messages/:messageId/embeds',
  tag: 'messages',
  summary: 'Take the previews from an own message, or from any with MANAGE_MESSAGES; none come again',
  params: z.object({ messageId: id }),
  response: message,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'CONFLICT'],
});

export const getPreviewImage = route({
  method: 'GET',
  path: '/previews/:messageId/images/:key',
  tag: 'messages',
  summary: 'The picture of a preview, under the key that whoever sees the message finds in it',
  auth: 'public',
  params: z.object({ messageId: id, key: z.string().regex(/^[\w-]{22}$/, { error: 'must be a key from an embed' }) }),
  response: file,
  errors: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const previewRoutes = { removeEmbeds, getPreviewImage };
