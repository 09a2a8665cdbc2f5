import type { ReadState } from '@hearth/contract';
import { systemClock } from '@/api';
import { realtime } from '@/realtime';
import { findChannel, joinedThreads, readStates } from './cache';
import { ReadMarker } from './read-marker';
import { emptyReadState, readUpTo } from './read-state';

export const readStateOf = (channelId: string): ReadState => readStates.get()[channelId] ?? emptyReadState(channelId);

/** Nobody has a position in a thread that they are not in. */
export const isCounted = (channelId: string): boolean => findChannel(channelId)?.type !== 'THREAD' || channelId in joinedThreads.get();

const readListeners = new Set<(channelId: string) => void>();

/** Told whenever the user has read in a channel, here or on another device. */
export const onRead = (listener: (channelId: string) => void): void => void readListeners.add(listener);

export function updateReadState(channelId: string, change: (state: ReadState) => ReadState): void {
  if (!isCounted(channelId)) return;
  const before = readStateOf(channelId);
  const after = change(before);
  if (after === before) return;
  readStates.update((states) => ({ ...states, [channelId]: after }));
  if (readUpTo(after) > readUpTo(before)) for (const listener of readListeners) listener(channelId);
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
