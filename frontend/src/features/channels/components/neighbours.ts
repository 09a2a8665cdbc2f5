import { channelsOf, readStates } from '../cache';
import { groupChannels } from '../groups';
import { emptyReadState, isUnread } from '../read-state';

/** The channel after or before this one as the list shows them, round the ends; null if there is no other. */
export function neighbourChannel(serverId: string, channelId: string | null, step: -1 | 1, onlyUnread: boolean): string | null {
  const states = readStates.get();
  const shown = groupChannels(channelsOf(serverId).get()).flatMap(({ channels }) => channels);
  const from = shown.findIndex(({ id }) => id === channelId);
  const start = from < 0 && step < 0 ? 0 : from;
  const others = shown.map((_channel, index) => shown[(start + step * (index + 1) + shown.length * 2) % shown.length]);
  const next = others.find(
    (channel) =>
      channel && channel.id !== channelId && (!onlyUnread || isUnread(channel, states[channel.id] ?? emptyReadState(channel.id))),
  );
  return next?.id ?? null;
}
