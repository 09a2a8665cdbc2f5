import * as z from 'zod';
import { attachment, attachmentIds } from './attachments.js';
import { errorCode } from './errors.js';
import { id, timestamp } from './ids.js';
import { laterTimestamp } from './later.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { noContent, route } from './route.js';
import { longText } from './text.js';

export const scheduledStatus = z.enum(['PENDING', 'FAILED']);

export const scheduledMessage = z
  .object({
    id,
    channelId: id,
    content: z.string(),
    attachments: z.array(attachment),
    replyToId: id.nullable(),
    sendAt: timestamp,
    status: scheduledStatus,
    /** Why it was refused. */
    failure: errorCode.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'ScheduledMessage', description: 'A message that waits for its time, or was refused then. Gone once it is sent' });
export type ScheduledMessage = z.infer<typeof scheduledMessage>;

const tag = 'scheduled messages';
const scheduledParams = z.object({ scheduledId: id });
const list = z.object({ scheduled: z.array(scheduledMessage) });

export const listScheduled = route({
  method: 'GET',
  path: '/users/me/scheduled',
  tag,
  summary: 'Own messages that wait for their time, by that time',
  response: list,
});

export const listChannelScheduled = route({
  method: 'GET',
  path: '/channels/:channelId/scheduled',
  tag,
  summary: 'Own messages that wait for their time in a channel',
  params: z.object({ channelId: id }),
  response: list,
  errors: ['NOT_FOUND'],
});

export const scheduleMessage = route({
  method: 'POST',
  path: '/channels/:channelId/scheduled',
  tag,
  summary: `Send a message later, within ${limits.laterDays} days. What its author may then is looked at then. Up to ${limits.scheduledPerUser}`,
  params: z.object({ channelId: id }),
  body: z
    .object({
      /** May be left out, or empty, beside files. */
      content: longText(0, limits.content).default(''),
      sendAt: laterTimestamp,
      replyToId: id.nullish(),
      /** As in a message that is sent at once. They are kept until its time. */
      attachmentIds: attachmentIds.optional(),
    })
    .refine(({ content, attachmentIds: files = [] }) => files.length > 0 || content.trim() !== '', {
      path: ['content'],
      error: 'must not be empty',
    })
    .meta({ id: 'ScheduleMessage' }),
  response: scheduledMessage,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'LIMIT_REACHED', 'FILE_QUARANTINED'],
});

export const updateScheduled = route({
  method: 'PATCH',
  path: '/scheduled/:scheduledId',
  tag,
  summary: 'Change what is sent, or when; with a new time one that was refused waits again. CONFLICT while it is being sent',
  params: scheduledParams,
  body: z
    .object({
      /** Empty only of a message with files. */
      content: longText(0, limits.content).optional(),
      sendAt: laterTimestamp.optional(),
    })
    .meta({ id: 'UpdateScheduled' }),
  response: scheduledMessage,
  errors: ['NOT_FOUND', 'CONFLICT'],
});

export const deleteScheduled = route({
  method: 'DELETE',
  path: '/scheduled/:scheduledId',
  tag,
  summary: 'Do not send it. CONFLICT while it is being sent',
  params: scheduledParams,
  response: noContent,
  errors: ['NOT_FOUND', 'CONFLICT'],
});

export const sendScheduled = route({
  method: 'POST',
  path: '/scheduled/:scheduledId/send',
  tag,
  summary: 'Send it now, also one that was refused',
  params: scheduledParams,
  response: message,
  status: 200,
  errors: ['NOT_FOUND', 'MISSING_PERMISSION', 'NOT_ACCEPTED', 'CONFLICT', 'SLOWMODE', 'AUTOMOD_BLOCKED', 'FILE_QUARANTINED'],
});

export const scheduledRoutes = {
  listScheduled,
  listChannelScheduled,
  scheduleMessage,
  updateScheduled,
  deleteScheduled,
  sendScheduled,
};
