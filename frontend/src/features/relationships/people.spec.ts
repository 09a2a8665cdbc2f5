import { describe, expect, it } from '@jest/globals';
import type { Relationship, UserSummary } from '@hearth/contract';
import { buildRelationship } from './fixtures';
import { groupPeople, matchingPeople } from './people';

const named = (id: string, displayName: string, change: Partial<Relationship> = {}): Relationship => {
  const one = buildRelationship({ id });
  return { ...one, ...change, user: { ...one.user, displayName } };
};

const held = [
  named('1', 'Zoe'),
  named('2', 'Ada'),
  named('3', 'Ben', { type: 'INCOMING' }),
  named('4', 'Cyd', { type: 'INCOMING' }),
  named('5', 'Dan', { type: 'OUTGOING' }),
  named('6', 'Eve', { type: 'BLOCKED', ignored: true }),
  named('7', 'Fay', { type: null, ignored: true }),
  named('8', 'Abe', { ignored: true }),
];

const namesOf = (people: readonly UserSummary[]) => people.map(({ displayName }) => displayName);

describe('people', () => {
  it('stand in groups: friends by name, the newest request first', () => {
    const { friends, incoming, outgoing, blocked, ignored } = groupPeople(held);
    expect([friends, incoming, outgoing, blocked, ignored].map(namesOf)).toEqual([
      ['Abe', 'Ada', 'Zoe'],
      ['Cyd', 'Ben'],
      ['Dan'],
      ['Eve'],
      ['Abe', 'Fay'],
    ]);
  });

  it('are found by any part of either name', () => {
    const { friends } = groupPeople(held);
    expect(namesOf(matchingPeople(friends, ' ZO '))).toEqual(['Zoe']);
    expect(namesOf(matchingPeople(friends, 'user2'))).toEqual(['Ada']);
    expect(matchingPeople(friends, '')).toEqual(friends);
    expect(matchingPeople(friends, 'nobody')).toEqual([]);
  });
});
