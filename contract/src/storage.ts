import * as z from 'zod';
import { usageOfKind } from './admin.js';
import { attachment } from './attachments.js';
import { counter, cursor, id, pageLimit, seq, timestamp } from './ids.js';
import { noContent, route } from './route.js';
import { userSummary } from './users.js';

const tag = 'files';
const total = z.number().int().min(0);
const fileSort = z.enum(['size', 'date']).meta({ id: 'FileSort' });
export type FileSort = z.infer<typeof fileSort>;

/** A file as it counts: with all that was made of it. `status`: whether all of it is there, and whether it is in a message yet. */
export const storedFile = z
  .object({
    attachment,
    bytes: total,
    status: z.enum(['uploading', 'unsent', 'sent']),
    owner: userSummary.nullable(),
    serverId: id.nullable(),
    channelId: id,
    /** Of a thread the channel that it belongs to, else the same. */
    homeId: id,
    messageId: id.nullable(),
    seq: seq.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'StoredFile' });
export type StoredFile = z.infer<typeof storedFile>;

const filePage = z.object({ files: z.array(storedFile), nextCursor: cursor.nullable() });

export const getOwnStorage = route({
  method: 'GET',
  path: '/users/me/storage',
  tag,
  summary: 'What the own files take, and what they may',
  response: z
    .object({ bytes: total, limit: total, count: counter, kinds: z.array(usageOfKind) })
    .meta({ id: 'OwnStorage', description: 'What was forwarded by the caller counts, copies of announcements do not' }),
});

export const listOwnFiles = route({
  method: 'GET',
  path: '/users/me/files',
  tag,
  summary: 'The own files for messages, wherever they are: the biggest first, or the newest',
  query: z.object({ sort: fileSort.default('size'), cursor: cursor.optional(), limit: pageLimit }),
  response: filePage,
});

export const deleteOwnFile = route({
  method: 'DELETE',
  path: '/users/me/files/:fileId',
  tag,
  summary:
    'Delete an own file wherever it is, also where the caller is no more; a message that is nothing else goes with it. What others forwarded stays theirs',
  params: z.object({ fileId: id }),
  response: noContent,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const serverStorage = z
  .object({
    bytes: total,
    limit: total,
    count: counter,
    kinds: z.array(usageOfKind),
    /** Those that the caller sees, with their threads, what takes most first. */
    channels: z.array(z.object({ channelId: id, bytes: total, count: counter })),
    /** Of all channels whose history the caller does not see, together. */
    hidden: z.object({ bytes: total, count: counter }),
  })
  .meta({ id: 'ServerStorage' });
export type ServerStorage = z.infer<typeof serverStorage>;

export const getServerStorage = route({
  method: 'GET',
  path: '/servers/:serverId/storage',
  tag,
  summary: 'What the files of a server take, and what they may; with MANAGE_SERVER',
  params: z.object({ serverId: id }),
  response: serverStorage,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const listServerFiles = route({
  method: 'GET',
  path: '/servers/:serverId/files',
  tag,
  summary: 'The biggest files of messages in channels of a server whose history the caller sees; with MANAGE_SERVER',
  params: z.object({ serverId: id }),
  query: z.object({ channelId: id.optional(), cursor: cursor.optional(), limit: pageLimit }),
  response: filePage,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const storageRoutes = { getOwnStorage, listOwnFiles, deleteOwnFile, getServerStorage, listServerFiles };
