import type { Reminder, ScheduledMessage } from '@hearth/contract';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { call, queryClient } from '@/api';

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

/** What is not held is not changed: it comes with its first load. What is being loaded may be from before: it is loaded anew. */
export function changeHeld<T>(queryKey: QueryKey, change: (list: readonly T[]) => T[]): void {
  queryClient.setQueryData<T[]>(queryKey, (list) => list && change(list));
  if (queryClient.isFetching({ queryKey }) > 0) void queryClient.invalidateQueries({ queryKey });
}
