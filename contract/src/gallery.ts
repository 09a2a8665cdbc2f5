import * as z from 'zod';
import { attachment } from './attachments.js';
import { cursor, id, pageLimit, seq, timestamp } from './ids.js';
import { route } from './route.js';
import { userSummary } from './users.js';

/** `media`: images and videos, `audio`: also voice messages, `files`: all others. */
export const galleryKind = z.enum(['media', 'audio', 'files']).meta({ id: 'GalleryKind' });
export type GalleryKind = z.infer<typeof galleryKind>;

/** A file with the message that it stands in. */
export const channelAttachment = z
  .object({ attachment, messageId: id, seq, channelId: id, author: userSummary, createdAt: timestamp })
  .meta({ id: 'ChannelAttachment' });
export type ChannelAttachment = z.infer<typeof channelAttachment>;

export const listChannelAttachments = route({
  method: 'GET',
  path: '/channels/:channelId/attachments',
  tag: 'messages',
  summary:
    'The files of the messages of a channel, thread or conversation, those of the newest message first; not those of messages that the caller has hidden, of people whom they block, and what something harmful was found in',
  params: z.object({ channelId: id }),
  query: z.object({ kind: galleryKind, cursor: cursor.optional(), limit: pageLimit }),
  response: z.object({ items: z.array(channelAttachment), nextCursor: cursor.nullable() }),
  errors: ['NOT_FOUND'],
});

export const galleryRoutes = { listChannelAttachments };
