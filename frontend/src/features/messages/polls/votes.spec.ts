import { describe, expect, it } from '@jest/globals';
import type { Poll } from '@hearth/contract';
import { shareOf, toggled, winnersOf, withVotes } from './votes';

const poll: Poll = {
  question: 'Lunch?',
  answers: [
    { id: 1, text: 'Soup', votes: 2 },
    { id: 2, text: 'Salad', votes: 1 },
    { id: 3, text: 'Nothing', votes: 0 },
  ],
  multiple: false,
  expiresAt: null,
  closedAt: null,
  voters: 3,
  mine: [1],
};
const countsOf = ({ answers, voters }: Poll) => [...answers.map(({ votes }) => votes), voters];

describe('a vote', () => {
  it.each([
    ['moves', [2], [1, 2, 0, 3]],
    ['is taken back', [], [1, 1, 0, 2]],
    ['stays', [1], [2, 1, 0, 3]],
  ])('%s at once', (_, wanted, counts) => expect(countsOf(withVotes(poll, wanted))).toEqual(counts));

  it('is for one answer, or for several', () => {
    expect(toggled(poll, 3)).toEqual([3]);
    expect(toggled(poll, 1)).toEqual([]);
    expect(toggled({ mine: [2], multiple: true }, 1)).toEqual([1, 2]);
  });

  it('makes a new voter', () => expect(withVotes({ ...poll, mine: [] }, [3]).voters).toBe(4));
});

it('shares are of the voters, and nobody wins without votes', () => {
  expect(poll.answers.map(({ votes }) => shareOf(poll, votes))).toEqual([67, 33, 0]);
  expect(winnersOf(poll)).toEqual([1]);
  const none = { ...poll, voters: 0, answers: poll.answers.map((answer) => ({ ...answer, votes: 0 })) };
  expect(winnersOf(none)).toEqual([]);
  expect(shareOf(none, 0)).toBe(0);
});
