import type { Reminder, ScheduledMessage, ServerPayload } from '@hearth/contract';

type ScheduledChange = Pick<ServerPayload<'scheduled:update'>, 'scheduledId' | 'scheduled'>;
type ReminderChange = ServerPayload<'reminder:update'>;

const byTime = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export function applyScheduled(list: readonly ScheduledMessage[], { scheduledId, scheduled }: ScheduledChange): ScheduledMessage[] {
  const others = list.filter(({ id }) => id !== scheduledId);
  return scheduled ? [...others, scheduled].sort((a, b) => byTime(a.sendAt, b.sendAt)) : others;
}

export function applyReminder(list: readonly Reminder[], { reminderId, reminder }: ReminderChange): Reminder[] {
  const others = list.filter(({ id }) => id !== reminderId);
  return reminder ? [...others, reminder].sort((a, b) => byTime(a.remindAt, b.remindAt)) : others;
}

export const isDue = ({ firedAt }: Reminder): boolean => firedAt !== null;
