import type { Reminder, ScheduledMessage } from '@hearth/contract';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { call } from '@/api';

export const scheduledKey: QueryKey = ['scheduled'];
export const remindersKey: QueryKey = ['reminders'];

/** Own messages that wait for their time, of all channels, by that time. */
export const useScheduled = (options: { refetchOnMount?: 'always' } = {}) =>
  useQuery({
    queryKey: scheduledKey,
    queryFn: async () => (await call('listScheduled')).scheduled satisfies ScheduledMessage[],
    ...options,
  });

/** Those in one channel; none while they are not known. */
export function useScheduledIn(channelId: string): ScheduledMessage[] {
  return useScheduled().data?.filter((each) => each.channelId === channelId) ?? [];
}

export const useReminders = () =>
  useQuery({ queryKey: remindersKey, queryFn: async () => (await call('listReminders')).reminders satisfies Reminder[] });
