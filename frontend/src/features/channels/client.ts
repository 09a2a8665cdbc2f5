import type { ReadState } from '@hearth/contract';
import { systemClock } from '@/api';
import { realtime } from '@/realtime';
import { findChannel, readStates } from './cache';
import { ReadMarker } from './read-marker';
import { emptyReadState } from './read-state';

export const readStateOf = (channelId: string): ReadState => readStates.get()[channelId] ?? emptyReadState(channelId);

export function updateReadState(channelId: string, change: (state: ReadState) => ReadState): void {
  const before = readStateOf(channelId);
  const after = change(before);
  if (after !== before) readStates.update((states) => ({ ...states, [channelId]: after }));
}

export const readMarker = new ReadMarker({
  clock: systemClock,
  emit: (payload) => realtime.emit('channel:read', payload),
  get: readStateOf,
  update: updateReadState,
  lastSeq: (channelId) => findChannel(channelId)?.lastSeq ?? 0,
  isVisible: () => document.visibilityState === 'visible',
});
