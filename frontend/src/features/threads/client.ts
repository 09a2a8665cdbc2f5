import type { Request, Response, ThreadEntry, listThreads } from '@hearth/contract';
import { ApiError, call, queryClient } from '@/api';
import { channelsOf, dropChannel, findChannel, holdChannel, holdThreads, onChannelsGone, threadsIn } from '@/features/channels';
import { type IdRange, isArchived, isWithin, threadsOf } from './cache';

export type ThreadQuery = Omit<NonNullable<Request<typeof listThreads>['query']>, 'limit' | 'cursor' | 'from' | 'to'>;

/** What it brought is held where threads are held. */
export interface ThreadPage {
  nextCursor: string | null;
}

export const openingKey = (postId: string) => ['post-opening', postId] as const;

onChannelsGone((channelIds) => {
  for (const channelId of channelIds) queryClient.removeQueries({ queryKey: openingKey(channelId) });
});

const PAGE = '50';
const MOST = '100';

const heldOf = (channelId: string) => {
  const serverId = findChannel(channelId)?.serverId;
  return serverId ? threadsOf(channelsOf(threadsIn(serverId)).get(), channelId) : [];
};

function hold(channelId: string, entries: readonly ThreadEntry[]): void {
  const serverId = findChannel(channelId)?.serverId;
  // Gone while the answer was on its way.
  if (!serverId) return;
  holdThreads(
    serverId,
    entries.map(({ channel }) => channel),
  );
  for (const { channel, opening } of entries) if (opening) queryClient.setQueryData(openingKey(channel.id), opening);
}

/** What was held before the server answered, and is not in its answer, is gone. */
function dropMissing(before: readonly string[], entries: readonly ThreadEntry[]): void {
  const found = new Set(entries.map(({ channel }) => channel.id));
  for (const id of before) if (!found.has(id)) dropChannel(id);
}

/** Threads of the messages in a range, archived or not. */
export async function loadBetween(channelId: string, range: IdRange): Promise<void> {
  const before = heldOf(channelId).filter((thread) => isWithin(thread, range));
  const entries: ThreadEntry[] = [];
  let cursor: string | null = null;
  do {
    const query: Request<typeof listThreads>['query'] = { ...range, limit: MOST, ...(cursor !== null && { cursor }) };
    const page: Response<typeof listThreads> = await call('listThreads', { params: { channelId }, query });
    entries.push(...page.threads);
    cursor = page.nextCursor;
  } while (cursor !== null);
  hold(channelId, entries);
  dropMissing(
    before.map(({ id }) => id),
    entries,
  );
}

/** One page of a list. The first page of all active ones, when it is the only one, tells also which are gone. */
export async function loadPage(channelId: string, query: ThreadQuery, cursor: string | undefined): Promise<ThreadPage> {
  const before = heldOf(channelId).filter((thread) => !isArchived(thread));
  const page = await call('listThreads', { params: { channelId }, query: { ...query, limit: PAGE, ...(cursor && { cursor }) } });
  hold(channelId, page.threads);
  const isWhole = cursor === undefined && page.nextCursor === null;
  const isAll = query.archived !== 'true' && query.tagId === undefined && query.query === undefined;
  if (isWhole && isAll)
    dropMissing(
      before.map(({ id }) => id),
      page.threads,
    );
  return { nextCursor: page.nextCursor };
}

/** One thread that may not be held. False when there is none, or none for the user. */
export async function loadThread(threadId: string): Promise<boolean> {
  try {
    const channel = await call('getChannel', { params: { channelId: threadId } });
    if (channel.type !== 'THREAD') return false;
    holdChannel(channel);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') throw error;
    dropChannel(threadId);
    return false;
  }
}
