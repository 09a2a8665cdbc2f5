import { describe, expect, it } from '@jest/globals';
import type { Expression } from '@hearth/contract';
import { labelled, usableIn } from './usable';

const one = (id: string, serverId: string, name: string, type: Expression['type'] = 'EMOJI'): Expression => ({
  ...{ id, serverId, type, name },
  animated: false,
  creatorId: null,
  createdAt: '2026-11-22T10:00:00.000Z',
});

const list = [
  one('11', '1', 'wave'),
  one('21', '2', 'wave'),
  one('22', '2', 'party'),
  one('31', '3', 'wave'),
  one('12', '1', 'Hi', 'STICKER'),
];
const serverIds = ['2', '1'];
const ids = (found: readonly Expression[]) => found.map(({ id }) => id);

describe('what may be used', () => {
  it('in a server is its own, and what the others have after it where that is allowed', () => {
    expect(ids(usableIn(list, 'EMOJI', { serverId: '1', mayUseOthers: false, serverIds }))).toEqual(['11']);
    expect(ids(usableIn(list, 'EMOJI', { serverId: '1', mayUseOthers: true, serverIds }))).toEqual(['11', '21', '22']);
    expect(ids(usableIn(list, 'STICKER', { serverId: '2', mayUseOthers: true, serverIds }))).toEqual(['12']);
  });

  it('in a conversation is that of all own servers', () =>
    expect(ids(usableIn(list, 'EMOJI', { serverId: null, mayUseOthers: true, serverIds }))).toEqual(['21', '22', '11']));
});

it('emoji of one name are told apart by a number', () =>
  expect([...labelled(list.slice(0, 4))].map(([label, { id }]) => `${label} ${id}`)).toEqual([
    'wave 11',
    'wave~1 21',
    'party 22',
    'wave~2 31',
  ]));
