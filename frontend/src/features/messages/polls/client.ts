import type { UserSummary } from '@hearth/contract';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { create } from 'zustand';
import { call } from '@/api';
import { without } from '@/lib/without';
import { pagedList, type PagedList } from '@/features/servers';
import { conversations } from '../client';
import { LastWish } from '../last-wish';

/** By message, what the reader votes and the server does not know yet. */
export const useWantedVotes = create<Readonly<Record<string, readonly number[]>>>()(() => ({}));

const voter = new LastWish<readonly number[]>({
  send: (messageId, _part, answers) => call('vote', { params: { messageId }, body: { answers: [...answers] } }),
  acknowledge: (message) => conversations.acknowledge(message),
  wanted: (messageId) => useWantedVotes.getState()[messageId],
  setWanted: (messageId, _part, answers) =>
    answers === undefined
      ? useWantedVotes.setState((wanted) => without(wanted, messageId), true)
      : useWantedVotes.setState({ [messageId]: answers }),
});

/** Shows at once. @throws what the server refuses with; then it is as it was */
export const voteFor = (messageId: string, answers: readonly number[]): Promise<void> => voter.want(messageId, '', answers);

export const useEndPoll = () =>
  useMutation({
    mutationFn: (target: { messageId: string }) => call('endPoll', { params: target }),
    onSuccess: (message) => conversations.acknowledge(message),
  });

const PAGE = '50';

/** Page by page. @param version of the message: with another one there may be others */
export function useVoters(messageId: string, answer: number, version: number): PagedList<UserSummary> {
  const query = useInfiniteQuery({
    queryKey: ['voters', messageId, answer, version],
    queryFn: ({ pageParam: after }) =>
      call('listVoters', {
        params: { messageId },
        query: { answer: String(answer), limit: PAGE, ...(after !== undefined && { after }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ users, hasMore }) => (hasMore ? users.at(-1)?.id : undefined),
    select: ({ pages }) => pages.flatMap(({ users }) => users),
    gcTime: 60_000,
  });
  return pagedList(query);
}
