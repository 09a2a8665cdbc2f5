import type { Channel } from '@hearth/contract';
import { channelsOf, readStates } from '../cache';
import { groupChannels } from '../groups';
import { emptyReadState, isUnread } from '../read-state';

export interface Step {
  /** The channel that is open. */
  from: string | null;
  by: -1 | 1;
  onlyUnread: boolean;
}

/** The channel after or before this one as the list of a server shows them, round the ends; null if there is no other. */
export const neighbourChannel = (serverId: string, step: Step): string | null =>
  neighbourOf(
    groupChannels(channelsOf(serverId).get()).flatMap(({ channels }) => channels),
    step,
  );

/** As `neighbourChannel`, of what some other list shows. */
export function neighbourOf(shown: readonly Channel[], { from, by, onlyUnread }: Step): string | null {
  const states = readStates.get();
  const open = shown.findIndex(({ id }) => id === from);
  const start = open < 0 && by < 0 ? 0 : open;
  const others = shown.map((_channel, index) => shown[(start + by * (index + 1) + shown.length * 2) % shown.length]);
  const next = others.find(
    (channel) => channel && channel.id !== from && (!onlyUnread || isUnread(channel, states[channel.id] ?? emptyReadState(channel.id))),
  );
  return next?.id ?? null;
}
