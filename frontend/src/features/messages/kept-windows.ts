import type { KeptChange, KeptWindow } from '@/features/offline';
import { type Conversation, applyMessageChange } from './cache';

/** Messages of a channel that are kept for when there is no network. */
const MOST = 50;

type Window = Omit<KeptWindow, 'at'>;

/** A window that ends with the newest message, as it is kept; any other is on screen for a moment only. */
export function toKept({ channelId, messages, version, hasOlder, atNewest }: Conversation): Window | null {
  if (!atNewest) return null;
  return { channelId, messages: messages.slice(-MOST), version, hasOlder: hasOlder || messages.length > MOST };
}

export const fromKept = ({ channelId, messages, version, hasOlder }: KeptWindow): Conversation => ({
  channelId,
  messages,
  version,
  seen: [],
  hasOlder,
  atNewest: true,
});

/**
 * What is kept of a channel that is not held, after what was heard of it. Where nothing was, it begins with its newest message. What is
 * missing in between shows in the version, so that it is asked for.
 */
export function foldHeard(kept: KeptWindow | null, heard: readonly KeptChange[]): Window | null {
  const first = kept ? -1 : heard.findIndex(({ isNewest }) => isNewest);
  const begun = kept ? fromKept(kept) : begin(heard[first]);
  return begun && toKept(heard.slice(first + 1).reduce((held, { change }) => applyMessageChange(held, change), begun));
}

function begin(heard: KeptChange | undefined): Conversation | null {
  if (!heard || !('message' in heard.change)) return null;
  const { message, version } = heard.change;
  return { channelId: message.channelId, messages: [message], version, seen: [], hasOlder: message.seq > 1, atNewest: true };
}
