import type { Message } from '@hearth/contract';
import { queryClient } from '@/api';
import { openedStore } from './account';

export interface HeldSearch {
  /** Words that must all be somewhere in the text, in whatever letters. */
  query: string;
  /** Of these channels alone. */
  channelIds?: readonly string[];
  /** Of this person alone. */
  authorId?: string;
  /** How many, at most; the newest. */
  limit?: number;
}

interface HeldMessages {
  channelId: string;
  messages: readonly Message[];
}

const MOST = 50;

/** Without marks above and below letters, as people type when they look for something. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/**
 * Messages that this device holds, the newest first: those on screen and those that are kept for when there is no network. Neither deleted
 * ones nor what the user hid.
 */
export async function searchHeld({ query, channelIds, authorId, limit = MOST }: HeldSearch): Promise<Message[]> {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const isWanted = (message: Message): boolean => {
    if (message.deletedAt !== null || message.hidden === true || (authorId !== undefined && message.author.id !== authorId)) return false;
    const text = plain(message.content);
    return words.every((word) => text.includes(word));
  };
  const windows = [...(await everyWindow()).values()].filter(({ channelId }) => channelIds?.includes(channelId) ?? true);
  const found = windows.flatMap(({ messages }) => messages.filter(isWanted));
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
