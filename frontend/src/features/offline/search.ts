import type { Message } from '@hearth/contract';
import { queryClient } from '@/api';
import { openedStore } from './account';

export interface HeldSearch {
  matches: (message: Message) => boolean;
  /** Of these channels alone. */
  channelIds?: readonly string[];
  /** How many, at most; the newest. */
  limit?: number;
}

interface HeldMessages {
  channelId: string;
  messages: readonly Message[];
}

const MOST = 50;

/**
 * Messages that this device holds, the newest first: those on screen and those that are kept for when there is no network. Neither deleted
 * ones nor what the user hid.
 */
export async function searchHeld({ matches, channelIds, limit = MOST }: HeldSearch): Promise<Message[]> {
  const windows = [...(await everyWindow()).values()].filter(({ channelId }) => channelIds?.includes(channelId) ?? true);
  const isShown = ({ deletedAt, hidden }: Message) => deletedAt === null && hidden !== true;
  const found = windows.flatMap(({ messages }) => messages.filter((message) => isShown(message) && matches(message)));
  return found.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, limit);
}

/** What is on screen or was lately counts for more than what was written down. */
async function everyWindow(): Promise<Map<string, HeldMessages>> {
  const store = await openedStore();
  const kept: HeldMessages[] = (await store?.windows().catch(() => [])) ?? [];
  const queries = queryClient.getQueryCache().findAll({ predicate: ({ meta }) => meta?.['kept'] === 'window' });
  const held = queries.flatMap(({ state }) => (state.data as HeldMessages | undefined) ?? []);
  return new Map([...kept, ...held].map((window) => [window.channelId, window]));
}
