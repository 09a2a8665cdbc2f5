import * as z from 'zod';
import { attachmentKind, attachmentState } from './attachments.js';
import { auditChange } from './audit-log.js';
import { adminActions } from './choices.js';
import { counter, cursor, id, pageLimit, timestamp } from './ids.js';
import { limits } from './limits.js';
import { noContent, route } from './route.js';
import { longText } from './text.js';
import { userSummary } from './users.js';

const tag = 'admin';

/** Numbers of bytes that JSON carries exactly. */
const bytes = z.number().int().min(1).max(limits.storageBytes);
const total = z.number().int().min(0);
const kinds = z.array(attachmentKind).refine((list) => new Set(list).size === list.length, { error: 'must not name a kind twice' });

export const adminSettings = z
  .object({
    /** Bytes of one file, of all files of a user, and of all files in a server. */
    maxFileBytes: bytes,
    userFileBytes: bytes,
    serverFileBytes: bytes,
    /** What may be sent with messages; none: no files at all. */
    fileKinds: kinds,
  })
  .meta({ id: 'AdminSettings' });
export type AdminSettings = z.infer<typeof adminSettings>;

export const getAdminSettings = route({
  method: 'GET',
  path: '/admin/settings',
  tag,
  summary: 'What holds for the whole installation',
  auth: 'admin',
  response: adminSettings,
});

export const updateAdminSettings = route({
  method: 'PATCH',
  path: '/admin/settings',
  tag,
  summary: 'Change what holds for the whole installation. What is stored already stays, also where it is more than is allowed from now on',
  auth: 'admin',
  body: adminSettings.partial().meta({ id: 'UpdateAdminSettings' }),
  response: adminSettings,
});

/** What a file is there for. */
export const fileKind = z.enum(['ATTACHMENT', 'EMOJI', 'STICKER', 'AVATAR', 'ICON', 'BANNER']).meta({ id: 'FileKind' });
export type FileKind = z.infer<typeof fileKind>;

const usage = z.object({ bytes: total, count: counter });
const serverFace = z.object({ id, name: z.string(), icon: z.string().nullable() });
/** What files of one kind take together. */
export const usageOfKind = usage.extend({ kind: fileKind }).meta({ id: 'UsageOfKind' });
export type UsageOfKind = z.infer<typeof usageOfKind>;

/** `reason`: why it is not there. */
const toolState = z.object({ available: z.boolean(), version: z.string().optional(), reason: z.string().optional() });

export const adminStorage = z
  .object({
    /** `place`: the folder, or the bucket. Room is known of a folder alone. */
    store: z.object({
      driver: z.enum(['folder', 's3']),
      place: z.string(),
      isUp: z.boolean(),
      freeBytes: total.nullable(),
      totalBytes: total.nullable(),
    }),
    bytes: total,
    count: counter,
    kinds: z.array(usageOfKind),
    users: z.array(usage.extend({ user: userSummary })),
    servers: z.array(usage.extend({ server: serverFace })),
    /** On their way; whole and in no message yet; being made ready. */
    uploading: usage,
    unsent: usage,
    processing: usage,
    quarantined: usage,
    /** Files that are gone and whose bytes will be. */
    removals: counter,
    /** Programs that make files ready, and the scanner, null where none is asked for. */
    tools: z.object({ ffmpeg: toolState, scanner: toolState.nullable() }),
    /** How the store and what is known of it fitted when they were last compared. */
    check: z.object({ at: timestamp, orphans: counter, leftovers: counter, missing: counter }).nullable(),
  })
  .meta({ id: 'AdminStorage' });
export type AdminStorage = z.infer<typeof adminStorage>;

export const getAdminStorage = route({
  method: 'GET',
  path: '/admin/storage',
  tag,
  summary: `What files take, by kind, and the ${limits.biggestOwners} users and servers that take most`,
  auth: 'admin',
  response: adminStorage,
});

/**
 * A file as it takes room. Whoever runs the installation does not open its servers and conversations: its name, its channel, and what is in
 * it are not said.
 */
export const adminFile = z
  .object({
    id,
    kind: fileKind,
    /** Null of what is no file of a message, and before it is known. */
    contentType: z.string().nullable(),
    bytes: total,
    createdAt: timestamp,
    owner: userSummary.nullable(),
    server: serverFace.nullable(),
    state: z.enum(['uploading', ...attachmentState.options]),
    /** What was found in it that is harmful, by the name that the scanner gives it. */
    threat: z.string().optional(),
  })
  .meta({ id: 'AdminFile' });
export type AdminFile = z.infer<typeof adminFile>;

interface FileFilters {
  userId?: string | undefined;
  serverId?: string | undefined;
  state?: 'quarantined' | undefined;
}
const oneFilter = ({ userId, serverId, state }: FileFilters) =>
  [userId, serverId, state].filter((filter) => filter !== undefined).length === 1;

export const listAdminFiles = route({
  method: 'GET',
  path: '/admin/files',
  tag,
  summary:
    'What takes room of a user or of a server, or all that nobody gets since it is harmful: the biggest first, without names and content',
  auth: 'admin',
  query: z
    .object({
      userId: id.optional(),
      serverId: id.optional(),
      state: z.literal('quarantined').optional(),
      cursor: cursor.optional(),
      limit: pageLimit,
    })
    .refine(oneFilter, { error: 'use one of userId, serverId and state' }),
  response: z.object({ files: z.array(adminFile), nextCursor: cursor.nullable() }),
});

export const deleteAdminFile = route({
  method: 'DELETE',
  path: '/admin/files/:fileId',
  tag,
  summary:
    'Delete a file for messages wherever it is; a message that is nothing else goes with it. What others forwarded stays. Emoji, stickers and pictures of servers and people are refused',
  auth: 'admin',
  params: z.object({ fileId: id }),
  response: noContent,
  errors: ['NOT_FOUND', 'CONFLICT'],
});

export const jobQueue = z.enum(['hearth', 'outside', 'media', 'recordings', 'renditions']).meta({ id: 'JobQueue' });
export type JobQueue = z.infer<typeof jobQueue>;

/** Work that nobody tries any more. What it is about is named by its key alone. */
export const failedJob = z
  .object({
    id: z.string(),
    name: z.string(),
    key: z.string().nullable(),
    reason: z.string(),
    attempts: counter,
    failedAt: timestamp.nullable(),
  })
  .meta({ id: 'FailedJob' });
export type FailedJob = z.infer<typeof failedJob>;

export const jobQueueState = z
  .object({ queue: jobQueue, waiting: counter, active: counter, delayed: counter, failed: counter, lastFailed: z.array(failedJob) })
  .meta({ id: 'JobQueueState' });
export type JobQueueState = z.infer<typeof jobQueueState>;

export const listJobs = route({
  method: 'GET',
  path: '/admin/jobs',
  tag,
  summary: `The queues of work in the background, each with the last ${limits.failedJobs} jobs that were given up`,
  auth: 'admin',
  response: z.object({ queues: z.array(jobQueueState) }),
  errors: ['UNAVAILABLE'],
});

const jobParams = z.object({ queue: jobQueue, jobId: longText(1, 500) });

export const retryJob = route({
  method: 'POST',
  path: '/admin/jobs/:queue/:jobId/retry',
  tag,
  summary: 'Try a job again that was given up',
  auth: 'admin',
  params: jobParams,
  response: noContent,
  errors: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const deleteJob = route({
  method: 'DELETE',
  path: '/admin/jobs/:queue/:jobId',
  tag,
  summary: 'Let go of a job that was given up',
  auth: 'admin',
  params: jobParams,
  response: noContent,
  errors: ['NOT_FOUND', 'UNAVAILABLE'],
});

export const adminAction = z.enum(adminActions).meta({ id: 'AdminAction' });
export type AdminAction = z.infer<typeof adminAction>;

export const adminLogEntry = z
  .object({
    id,
    /** Null: the account is gone. */
    actor: userSummary.nullable(),
    action: adminAction,
    /** What it was done to, as far as that has a name. */
    target: z.string().nullable(),
    changes: z.array(auditChange),
    createdAt: timestamp,
  })
  .meta({ id: 'AdminLogEntry' });
export type AdminLogEntry = z.infer<typeof adminLogEntry>;

export const listAdminLog = route({
  method: 'GET',
  path: '/admin/audit-log',
  tag,
  summary: 'Who changed what of the installation, the newest first',
  auth: 'admin',
  query: z.object({ cursor: id.optional(), limit: pageLimit }),
  response: z.object({ entries: z.array(adminLogEntry), nextCursor: id.nullable() }),
});

export const adminRoutes = {
  getAdminSettings,
  updateAdminSettings,
  getAdminStorage,
  listAdminFiles,
  deleteAdminFile,
  listJobs,
  retryJob,
  deleteJob,
  listAdminLog,
};
