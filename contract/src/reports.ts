import * as z from 'zod';
import { givenReportCategories, reportCategories, reportStatuses } from './choices.js';
import { id, pageLimit, seq, timestamp } from './ids.js';
import { limits } from './limits.js';
import { messageSticker } from './messages.js';
import { route } from './route.js';
import { longText } from './text.js';
import { userSummary } from './users.js';

export const reportCategory = z.enum(reportCategories);
export type ReportCategory = z.infer<typeof reportCategory>;

export const reportStatus = z.enum(reportStatuses);
export type ReportStatus = z.infer<typeof reportStatus>;

/** A message as it was when it was reported, whatever became of it. */
export const reportedMessage = z
  .object({
    id,
    channelId: id,
    channelName: z.string(),
    seq,
    content: z.string(),
    /** Whom it named. */
    mentions: z.array(userSummary).optional(),
    sticker: messageSticker.optional(),
    poll: z.object({ question: z.string(), answers: z.array(z.string()) }).optional(),
    createdAt: timestamp,
    editedAt: timestamp.nullable(),
  })
  .meta({ id: 'ReportedMessage' });

export const report = z
  .object({
    id,
    serverId: id,
    reporter: userSummary.nullable(),
    target: userSummary.nullable(),
    category: reportCategory,
    comment: z.string(),
    message: reportedMessage.nullable(),
    status: reportStatus,
    resolver: userSummary.nullable(),
    resolution: z.string(),
    resolvedAt: timestamp.nullable(),
    createdAt: timestamp,
  })
  .meta({
    id: 'Report',
    description:
      '`target`: who is reported, the author of the `message` if there is one; null for a deleted account. `reporter` is null where the scanner of files found it',
  });
export type Report = z.infer<typeof report>;

const tag = 'reports';
const serverParams = z.object({ serverId: id });
const reportParams = z.object({ serverId: id, reportId: id });

const onlyOne = (body: { messageId?: string | undefined; userId?: string | undefined; serverId?: string | undefined }) =>
  (body.messageId === undefined) !== (body.userId === undefined) && (body.serverId === undefined || body.userId !== undefined);

export const createReport = route({
  method: 'POST',
  path: '/reports',
  tag,
  summary: 'Report a message, or a user to the moderators of a server; without a server, to those who run the installation',
  body: z
    .object({
      messageId: id.optional(),
      userId: id.optional(),
      serverId: id.optional(),
      category: z.enum(givenReportCategories),
      comment: longText(0, limits.reportComment).optional().default(''),
    })
    .refine(onlyOne, { error: 'name a message, or a user and perhaps a server' })
    .meta({ id: 'CreateReport', description: 'The same again while the first is open answers with the first' }),
  response: z.object({ id, status: reportStatus, createdAt: timestamp }).meta({ id: 'ReportReceipt' }),
  errors: ['NOT_FOUND', 'LIMIT_REACHED'],
});

export const listReports = route({
  method: 'GET',
  path: '/servers/:serverId/reports',
  tag,
  summary: 'The reports of one status, the newest first; needs MANAGE_MESSAGES or KICK_MEMBERS, and sight of the channel',
  params: serverParams,
  query: z.object({ status: reportStatus.optional().default('OPEN'), cursor: id.optional(), limit: pageLimit }),
  response: z.object({ reports: z.array(report), nextCursor: id.nullable() }),
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const getReport = route({
  method: 'GET',
  path: '/servers/:serverId/reports/:reportId',
  tag,
  summary: 'One report; needs MANAGE_MESSAGES or KICK_MEMBERS, and sight of the channel',
  params: reportParams,
  response: report,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const updateReport = route({
  method: 'PATCH',
  path: '/servers/:serverId/reports/:reportId',
  tag,
  summary: 'Resolve, dismiss or open a report again; needs MANAGE_MESSAGES or KICK_MEMBERS. Nobody decides on a report of themselves',
  params: reportParams,
  body: z.object({ status: reportStatus, resolution: longText(0, limits.reportComment).optional() }).meta({ id: 'UpdateReport' }),
  response: report,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION'],
});

export const reportRoutes = { createReport, listReports, getReport, updateReport };
