import type { Reminder, ScheduledMessage } from '@hearth/contract';
import { changeHeld, queryClient } from '@/api';
import type { EventHandlers } from '@/realtime';
import { applyReminder, applyScheduled } from './cache';
import { remindersKey, scheduledKey } from './queries';

/** What changed while nothing was heard. */
function loadAgain(): void {
  void queryClient.invalidateQueries({ queryKey: scheduledKey });
  void queryClient.invalidateQueries({ queryKey: remindersKey });
}

/** A message that somebody wants to be told of again says something else, or is another's name now. */
function reloadReminders(isAbout: (reminder: Reminder) => boolean): void {
  const held = queryClient.getQueryData<Reminder[]>(remindersKey) ?? [];
  if (held.some(isAbout)) void queryClient.invalidateQueries({ queryKey: remindersKey });
}

export const laterEvents = {
  ready: loadAgain,
  'scheduled:update': (change) => changeHeld<ScheduledMessage[]>(scheduledKey, (list) => applyScheduled(list, change)),
  'reminder:update': (change) => changeHeld<Reminder[]>(remindersKey, (list) => applyReminder(list, change)),
  'reminder:fire': (reminder) => changeHeld<Reminder[]>(remindersKey, (list) => applyReminder(list, { reminderId: reminder.id, reminder })),
  // What waited there went with it; of a message that may not be seen any more, its text goes.
  'channel:delete': loadAgain,
  'server:delete': loadAgain,
  'message:update': ({ message }) => reloadReminders(({ messageId }) => messageId === message.id),
  'message:delete': ({ message }) => reloadReminders(({ messageId }) => messageId === message.id),
  'message:bulk-delete': ({ ids }) => reloadReminders(({ messageId }) => ids.includes(messageId)),
  'message:mark': (mark) => reloadReminders(({ messageId }) => messageId === mark.messageId),
  'user:update': (user) => reloadReminders(({ message }) => message?.author.id === user.id),
} satisfies Partial<EventHandlers>;
