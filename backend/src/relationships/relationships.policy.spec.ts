import { describe, expect, it } from '@jest/globals';
import type { RelationshipType } from '@hearth/contract';
import { acceptsConversation, acceptsRequest, block, end, request, type Pair } from './relationships.policy.js';

type Standing = RelationshipType | null;
const pair = (own: Standing, theirs: Standing): Pair => ({ own, theirs });

/** Every way in which two people can stand. */
const pairs = [
  pair(null, null),
  pair('FRIEND', 'FRIEND'),
  pair('OUTGOING', 'INCOMING'),
  pair('INCOMING', 'OUTGOING'),
  pair('BLOCKED', null),
  pair(null, 'BLOCKED'),
  pair('BLOCKED', 'BLOCKED'),
];
const isPossible = (after: unknown) => pairs.some((one) => JSON.stringify(one) === JSON.stringify(after));
const turned = ({ own, theirs }: Pair): Pair => ({ own: theirs, theirs: own });

describe('a request', () => {
  it.each([
    [pair(null, null), pair('OUTGOING', 'INCOMING')],
    [pair('OUTGOING', 'INCOMING'), pair('OUTGOING', 'INCOMING')],
    [pair('INCOMING', 'OUTGOING'), pair('FRIEND', 'FRIEND')],
    [pair('FRIEND', 'FRIEND'), pair('FRIEND', 'FRIEND')],
    [pair(null, 'BLOCKED'), 'NOT_ACCEPTED'],
    [pair('BLOCKED', null), 'CONFLICT'],
    [pair('BLOCKED', 'BLOCKED'), 'CONFLICT'],
  ])('turns %j into %j', (before, after) => expect(request(before, true)).toEqual(after));

  it('is refused by who takes none, but answers one of theirs', () => {
    expect(request(pair(null, null), false)).toBe('NOT_ACCEPTED');
    expect(request(pair('INCOMING', 'OUTGOING'), false)).toEqual(pair('FRIEND', 'FRIEND'));
  });

  it('sounds the same to whom the other blocks and to whom the other does not accept', () => {
    expect(request(pair(null, 'BLOCKED'), true)).toBe(request(pair(null, null), false));
  });
});

describe('a block', () => {
  it.each(pairs)('of %j leaves nothing but blocks', (before) => {
    expect(block(before)).toEqual(pair('BLOCKED', before.theirs === 'BLOCKED' ? 'BLOCKED' : null));
  });
});

describe('an end', () => {
  it.each([
    [pair('FRIEND', 'FRIEND'), pair(null, null)],
    [pair('OUTGOING', 'INCOMING'), pair(null, null)],
    [pair('INCOMING', 'OUTGOING'), pair(null, null)],
    [pair('BLOCKED', 'BLOCKED'), pair(null, 'BLOCKED')],
    [pair('BLOCKED', null), pair(null, null)],
    [pair(null, null), 'NOT_FOUND'],
    [pair(null, 'BLOCKED'), 'NOT_FOUND'],
  ])('turns %j into %j', (before, after) => expect(end(before)).toEqual(after));
});

it('any order of steps by both leaves only what two people can be', () => {
  const steps = [(before: Pair) => request(before, true), (before: Pair) => request(before, false), block, end];
  for (const before of pairs) {
    for (const step of steps) {
      for (const outcome of [step(before), step(turned(before))]) if (typeof outcome !== 'string') expect(isPossible(outcome)).toBe(true);
    }
  }
});

describe('who may ask', () => {
  it.each([
    ['everyone', false, true],
    ['servers', true, true],
    ['servers', false, false],
    ['nobody', true, false],
  ] as const)('%s, sharing a server %s: %s', (setting, shareServer, allowed) =>
    expect(acceptsRequest(setting, { shareServer })).toBe(allowed),
  );
});

describe('who may begin a conversation', () => {
  it.each([
    ['everyone', false, false, true],
    ['servers', false, true, true],
    ['servers', true, false, true],
    ['servers', false, false, false],
    ['friends', true, false, true],
    ['friends', false, true, false],
  ] as const)('%s, friends %s, sharing a server %s: %s', (setting, areFriends, shareServer, allowed) =>
    expect(acceptsConversation(setting, { areFriends, shareServer })).toBe(allowed),
  );
});
