import { skipToken, useQueries } from '@tanstack/react-query';
import { useLiveValue } from '@/api';
import { channelsOf, joinedThreads, readStates, threadsIn } from '../cache';
import { emptyReadState, unreadCount } from '../read-state';

/** Messages that wait to be read in all channels of these servers, and in the threads that the user is in, together. */
export function useTotalUnread(serverIds: readonly string[]): number {
  const states = useLiveValue(readStates);
  const joined = useLiveValue(joinedThreads);
  const homes = serverIds.flatMap((serverId) => [serverId, threadsIn(serverId)]);
  // Renders again when a channel of any of them changes; what they hold is read below.
  useQueries({ queries: homes.map((home) => ({ queryKey: channelsOf(home).key, queryFn: skipToken })) });
  return homes
    .flatMap((home) => channelsOf(home).get())
    .filter(({ type, id }) => type !== 'THREAD' || id in joined)
    .reduce((sum, channel) => sum + unreadCount(channel, states[channel.id] ?? emptyReadState(channel.id)), 0);
}
