import type { Channel } from '@hearth/contract';
import { channelsOf, holdChannels, readStates } from './cache';
import { emptyReadState, readTo } from './read-state';

/** The channels of a server that the user just came into: a new member's position starts at the newest message of that moment. */
export function joinServerChannels(serverId: string, channels: readonly Channel[]): void {
  // The answer to joining and the event about it both come here; the second must not read what came in between.
  if (channelsOf(serverId).get().length > 0) return;
  holdChannels(serverId, channels);
  const starts = channels.map(({ id, lastSeq }) => [id, readTo(emptyReadState(id), lastSeq)] as const);
  readStates.update((states) => ({ ...states, ...Object.fromEntries(starts) }));
}
