import type { Reminder, ScheduledMessage } from '@hearth/contract';
import { useMutation } from '@tanstack/react-query';
import { call, changeHeld } from '@/api';
import { toContent } from '@/features/messages';
import { applyReminder, applyScheduled } from './cache';
import { remindersKey, scheduledKey } from './queries';

/** The event says the same to the other devices. */
const hold = (scheduledId: string, scheduled: ScheduledMessage | null) =>
  changeHeld<ScheduledMessage[]>(scheduledKey, (list) => applyScheduled(list, { scheduledId, scheduled }));

const holdReminder = (reminderId: string, reminder: Reminder | null) =>
  changeHeld<Reminder[]>(remindersKey, (list) => applyReminder(list, { reminderId, reminder }));

export interface Later {
  channelId: string;
  content: string;
  replyToId?: string | null;
  attachmentIds?: string[];
  /** Unix time in milliseconds. */
  at: number;
}

const toTime = (at: number): string => new Date(at).toISOString();

export const useSchedule = () =>
  useMutation({
    mutationFn: ({ channelId, content, at, ...more }: Later) =>
      call('scheduleMessage', { params: { channelId }, body: { content: toContent(channelId, content), sendAt: toTime(at), ...more } }),
    onSuccess: (made) => hold(made.id, made),
  });

export const useUpdateScheduled = () =>
  useMutation({
    mutationFn: ({ scheduledId, content, at }: { scheduledId: string; content: string; at: number | undefined }) =>
      call('updateScheduled', { params: { scheduledId }, body: { content, ...(at !== undefined && { sendAt: toTime(at) }) } }),
    onSuccess: (changed) => hold(changed.id, changed),
  });

export const useDeleteScheduled = () =>
  useMutation({
    mutationFn: (scheduledId: string) => call('deleteScheduled', { params: { scheduledId } }),
    onSuccess: (_nothing, scheduledId) => hold(scheduledId, null),
  });

export const useSendScheduled = () =>
  useMutation({
    mutationFn: (scheduledId: string) => call('sendScheduled', { params: { scheduledId } }),
    onSuccess: (_message, scheduledId) => hold(scheduledId, null),
  });

export const useRemind = () =>
  useMutation({
    mutationFn: ({ messageId, at }: { messageId: string; at: number }) =>
      call('setReminder', { params: { messageId }, body: { remindAt: toTime(at) } }),
    onSuccess: (made) => holdReminder(made.id, made),
  });

export const useDeleteReminder = () =>
  useMutation({
    mutationFn: (reminderId: string) => call('deleteReminder', { params: { reminderId } }),
    onSuccess: (_nothing, reminderId) => holdReminder(reminderId, null),
  });
