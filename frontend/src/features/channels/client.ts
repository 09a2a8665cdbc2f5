import type { ReadState } from '@hearth/contract';
import { systemClock } from '@/api';
import { realtime } from '@/realtime';
import { findChannel, joinedThreads, readStates } from './cache';
import { ReadMarker } from './read-marker';
import { emptyReadState } from './read-state';

export const readStateOf = (channelId: string): ReadState => readStates.get()[channelId] ?? emptyReadState(channelId);

/** Nobody has a position in a thread that they are not in. */
export const isCounted = (channelId: string): boolean => findChannel(channelId)?.type !== 'THREAD' || channelId in joinedThreads.get();

export function updateReadState(channelId: string, change: (state: ReadState) => ReadState): void {
  if (!isCounted(channelId)) return;
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
  isConnected: () => realtime.state === 'ready',
  isVisible: () => document.visibilityState === 'visible',
});

realtime.onState((state) => {
  if (state === 'ready') readMarker.tell();
});

export function noteOwnMessage(channelId: string, seq: number): void {
  if (isCounted(channelId)) readMarker.wroteTo(channelId, seq);
}
