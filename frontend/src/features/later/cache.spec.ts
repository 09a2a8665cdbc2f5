import { expect, it } from '@jest/globals';
import type { Reminder, ScheduledMessage } from '@hearth/contract';
import { applyReminder, applyScheduled } from './cache';

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const scheduled = (id: string, minute: number): ScheduledMessage => ({
  id,
  channelId: '1',
  content: 'later',
  attachments: [],
  replyToId: null,
  sendAt: at(minute),
  status: 'PENDING',
  failure: null,
  createdAt: at(0),
});
const reminder = (id: string, minute: number): Reminder => ({
  id,
  serverId: '9',
  channelId: '1',
  messageId: id,
  message: null,
  remindAt: at(minute),
  firedAt: null,
  createdAt: at(0),
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

it('keeps what waits in the order of its time', () => {
  const list = [scheduled('1', 1), scheduled('2', 3)];
  expect(ids(applyScheduled(list, { scheduledId: '3', scheduled: scheduled('3', 2) }))).toEqual(['1', '3', '2']);
  expect(ids(applyScheduled(list, { scheduledId: '1', scheduled: scheduled('1', 4) }))).toEqual(['2', '1']);
  expect(ids(applyScheduled(list, { scheduledId: '2', scheduled: null }))).toEqual(['1']);
});

it('keeps reminders in the order of their time', () => {
  const list = [reminder('1', 1), reminder('2', 3)];
  expect(ids(applyReminder(list, { reminderId: '3', reminder: reminder('3', 2) }))).toEqual(['1', '3', '2']);
  expect(ids(applyReminder(list, { reminderId: '1', reminder: null }))).toEqual(['2']);
});
