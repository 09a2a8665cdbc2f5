import * as z from 'zod';
import { id, timestamp } from './ids.js';
import { laterTimestamp } from './later.js';
import { limits } from './limits.js';
import { message } from './messages.js';
import { noContent, route } from './route.js';

export const reminder = z
  .object({
    id,
    /** Of the channel; null for DM and GROUP_DM. */
    serverId: id.nullable(),
    channelId: id,
    messageId: id,
    /** Null: it was deleted, or the user may not see it any more. */
    message: message.nullable(),
    remindAt: timestamp,
    /** Told at that time; it stays until the user deletes it. */
    firedAt: timestamp.nullable(),
    createdAt: timestamp,
  })
  .meta({ id: 'Reminder', description: 'A message of which somebody wants to be told again. For each message there is one' });
export type Reminder = z.infer<typeof reminder>;

const tag = 'reminders';

export const listReminders = route({
  method: 'GET',
  path: '/users/me/reminders',
  tag,
  summary: 'Own reminders, those that were told and those to come, by their time',
  response: z.object({ reminders: z.array(reminder) }),
});

export const setReminder = route({
  method: 'POST',
  path: '/messages/:messageId/reminder',
  tag,
  summary: `Be told of a message again, within ${limits.laterDays} days, in place of another time. Up to ${limits.remindersPerUser} messages`,
  params: z.object({ messageId: id }),
  body: z.object({ remindAt: laterTimestamp }).meta({ id: 'SetReminder' }),
  response: reminder,
  errors: ['NOT_FOUND', 'CONFLICT', 'LIMIT_REACHED'],
});

export const deleteReminder = route({
  method: 'DELETE',
  path: '/reminders/:reminderId',
  tag,
  summary: 'Not to be told, or to be done with it',
  params: z.object({ reminderId: id }),
  response: noContent,
  errors: ['NOT_FOUND'],
});

export const reminderRoutes = { listReminders, setReminder, deleteReminder };
