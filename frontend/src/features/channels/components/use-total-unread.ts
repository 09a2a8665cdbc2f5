import { skipToken, useQueries } from '@tanstack/react-query';
import { useLiveValue } from '@/api';
import { channelsOf, readStates } from '../cache';
import { emptyReadState, unreadCount } from '../read-state';

/** Messages that wait to be read in all channels of these servers together. */
export function useTotalUnread(serverIds: readonly string[]): number {
  const states = useLiveValue(readStates);
  // Renders again when a channel of any of them changes; what they hold is read below.
  useQueries({ queries: serverIds.map((serverId) => ({ queryKey: channelsOf(serverId).key, queryFn: skipToken })) });
  return serverIds
    .flatMap((serverId) => channelsOf(serverId).get())
    .reduce((sum, channel) => sum + unreadCount(channel, states[channel.id] ?? emptyReadState(channel.id)), 0);
}
