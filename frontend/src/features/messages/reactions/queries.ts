import type { Message, UserSummary } from '@hearth/contract';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { call } from '@/api';
import { pagedList, type PagedList } from '@/features/servers';
import { conversations } from '../client';

const key = ({ id, version }: Message, emoji: string, part: 'some' | 'all') => ['reactors', id, emoji, part, version];

const NOBODY: readonly UserSummary[] = [];

/** Names for a tooltip. */
const SOME = '4';
const PAGE = '50';
/** In milliseconds: a changed message has another key. */
const KEEP = 60_000;

/** A few who reacted. */
export const useSomeWhoReacted = (message: Message, emoji: string): readonly UserSummary[] =>
  useQuery({
    queryKey: key(message, emoji, 'some'),
    queryFn: () => call('listReactions', { params: { messageId: message.id, emoji }, query: { limit: SOME } }),
    staleTime: KEEP,
    placeholderData: keepPreviousData,
  }).data?.users ?? NOBODY;

/** All who reacted, page by page. */
export function useWhoReacted(message: Message, emoji: string): PagedList<UserSummary> {
  const query = useInfiniteQuery({
    queryKey: key(message, emoji, 'all'),
    queryFn: ({ pageParam: after }) =>
      call('listReactions', { params: { messageId: message.id, emoji }, query: { limit: PAGE, ...(after !== undefined && { after }) } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ users, hasMore }) => (hasMore ? users.at(-1)?.id : undefined),
    select: ({ pages }) => pages.flatMap(({ users }) => users),
    gcTime: KEEP,
  });
  return pagedList(query);
}

/** A moderator takes them away: that of one person, or every one of a kind. */
export const useTakeReactions = () =>
  useMutation({
    mutationFn: ({ messageId, emoji, userId }: { messageId: string; emoji: string; userId?: string }) =>
      userId === undefined
        ? call('clearReactions', { params: { messageId }, query: { emoji } })
        : call('removeReaction', { params: { messageId, emoji }, query: { userId } }),
    onSuccess: (message) => conversations.acknowledge(message),
  });
