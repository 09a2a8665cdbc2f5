import type { Poll } from '@hearth/contract';

/** The poll as it will be once the reader has voted so. @param wanted undefined: as it is */
export function withVotes(poll: Poll, wanted: readonly number[] | undefined): Poll {
  if (!wanted) return poll;
  const change = (id: number) => Number(wanted.includes(id)) - Number(poll.mine.includes(id));
  return {
    ...poll,
    answers: poll.answers.map((answer) => ({ ...answer, votes: answer.votes + change(answer.id) })),
    voters: poll.voters + Number(wanted.length > 0) - Number(poll.mine.length > 0),
    mine: [...wanted],
  };
}

/** What the reader votes for after choosing an answer, or leaving it again. */
export function toggled({ mine, multiple }: Pick<Poll, 'mine' | 'multiple'>, answer: number): number[] {
  if (mine.includes(answer)) return mine.filter((each) => each !== answer);
  return multiple ? [...mine, answer].sort((one, other) => one - other) : [answer];
}

/** In whole percents of those who voted. */
export const shareOf = ({ voters }: Pick<Poll, 'voters'>, votes: number): number => (voters === 0 ? 0 : Math.round((votes / voters) * 100));

/** The answers with the most votes, when anybody voted. */
export function winnersOf({ answers }: Poll): number[] {
  const most = Math.max(...answers.map(({ votes }) => votes));
  return most === 0 ? [] : answers.filter(({ votes }) => votes === most).map(({ id }) => id);
}

/** Unix time in milliseconds; null while nobody knows. */
export const endOf = ({ closedAt, expiresAt }: Pick<Poll, 'closedAt' | 'expiresAt'>): number | null => {
  const at = closedAt ?? expiresAt;
  return at === null ? null : Date.parse(at);
};
