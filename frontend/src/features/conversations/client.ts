import type { Conversation } from '@hearth/contract';
import { call, hasCode, queryClient } from '@/api';
import { dropChannel, findChannel, holdChannel } from '@/features/channels';
import { dropOrphans, holdReceipts } from '@/features/messages';
import { applyLoaded, applyReady, conversations, drop } from './cache';

/** All that is loaded of conversations beside what `ready` brings. */
const allQueries = ['conversations'] as const;
export const pagesKey = (archived: boolean) => [...allQueries, 'pages', archived] as const;
export const oneKey = (channelId: string | null) => [...allQueries, 'one', channelId] as const;

/** Held since before the connection, which told nothing of them yet. */
const doubted = new Set<string>();

export function holdConversations(list: readonly Conversation[]): void {
  for (const { channel, receipts } of list) {
    doubted.delete(channel.id);
    holdChannel(channel);
    if (receipts) holdReceipts(channel.id, receipts);
  }
  conversations.update((held) => applyLoaded(held, list));
}

/** False when there is none, or none for the user. */
export async function findConversation(channelId: string): Promise<boolean> {
  try {
    holdConversations([await call('getConversation', { params: { channelId } })]);
    return true;
  } catch (fault) {
    if (!hasCode(fault, 'NOT_FOUND')) throw fault;
    forgetConversation(channelId);
    return false;
  }
}

const loading = new Set<string>();
/** The answer that is on its way may have been made before what they were asked for again. */
const again = new Set<string>();

/** One that is not held, or of which something was missed. What cannot be loaded now comes with the next connection. */
export async function loadConversation(channelId: string): Promise<void> {
  if (loading.has(channelId)) {
    again.add(channelId);
    return;
  }
  loading.add(channelId);
  await findConversation(channelId).catch(() => false);
  loading.delete(channelId);
  if (again.delete(channelId)) await loadConversation(channelId);
}

export function forgetConversation(channelId: string): void {
  doubted.delete(channelId);
  conversations.update((held) => drop(held, channelId));
  if (findChannel(channelId)?.serverId !== null) return;
  dropChannel(channelId);
  dropOrphans();
}

const isWatched = (queryKey: readonly unknown[]): boolean =>
  (queryClient.getQueryCache().find({ queryKey, exact: true })?.getObserversCount() ?? 0) > 0;

/** What `ready` brings is not all: what else is on screen stays there, and is asked for again. */
export function holdReady(brought: readonly Conversation[]): void {
  const told = new Set(brought.map(({ channel }) => channel.id));
  const others = Object.entries(conversations.get()).filter(([channelId]) => !told.has(channelId));
  const isShown = ([channelId, { archivedAt }]: (typeof others)[number]) =>
    isWatched(oneKey(channelId)) || isWatched(pagesKey(archivedAt !== null));
  const kept = new Set(others.filter(isShown).map(([channelId]) => channelId));
  for (const [channelId] of others) if (!kept.has(channelId)) dropChannel(channelId);
  dropOrphans();
  conversations.update((held) => applyReady(held, brought, kept));
  for (const { channel, receipts } of brought) if (receipts) holdReceipts(channel.id, receipts);
  doubted.clear();
  for (const channelId of kept) doubted.add(channelId);
  void askAgain([...kept]);
}

/** Page by page, as it is on screen; what is on no page is gone, or stands further down by now. */
async function askAgain(channelIds: readonly string[]): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: allQueries }),
    ...channelIds.filter((channelId) => isWatched(oneKey(channelId))).map(loadConversation),
  ]);
  for (const channelId of channelIds) if (doubted.has(channelId)) await loadConversation(channelId);
}
