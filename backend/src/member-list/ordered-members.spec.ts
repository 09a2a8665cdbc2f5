import { describe, expect, it } from '@jest/globals';
import type { MemberRow, PresenceStatus } from '@hearth/contract';
import fc from 'fast-check';
import { OrderedMembers } from './ordered-members.js';

const HOISTED = ['900', '800'];

interface Someone {
  id: string;
  name?: string;
  nickname?: string | null;
  status?: PresenceStatus;
  roleIds?: string[];
}

const row = ({ id, name = `name ${id}`, nickname = null, status = 'online', roleIds = [] }: Someone): MemberRow => ({
  member: {
    serverId: '1',
    user: { id, username: `user${id}`, displayName: name, avatar: null },
    nickname,
    roleIds,
    joinedAt: '2026-11-21T09:00:00.000Z',
    timeoutUntil: null,
    pending: false,
  },
  status,
  text: '',
  textExpiresAt: null,
});

const shown = (members: OrderedMembers) => members.view().rows.map(({ member }) => member.nickname ?? member.user.displayName);

describe('the order of members', () => {
  it('is by the highest hoisted role, then those who are here, then the others', () => {
    const members = new OrderedMembers(HOISTED, [
      row({ id: '1', name: 'Away', roleIds: ['900'], status: 'offline' }),
      row({ id: '2', name: 'Nobody special', roleIds: ['5'] }),
      row({ id: '3', name: 'Captain', roleIds: ['800', '900'] }),
      row({ id: '4', name: 'Mate', roleIds: ['800'], status: 'dnd' }),
    ]);
    expect(shown(members)).toEqual(['Captain', 'Mate', 'Nobody special', 'Away']);
    expect(members.view().groups).toEqual([
      { id: '900', count: 1 },
      { id: '800', count: 1 },
      { id: 'online', count: 1 },
      { id: 'offline', count: 1 },
    ]);
  });

  it('is by the name that is shown, whatever its case and accents', () => {
    const people = [
      row({ id: '1', name: 'zoë' }),
      row({ id: '2', name: 'Émile' }),
      row({ id: '3', name: 'eve' }),
      row({ id: '4', name: 'Adam', nickname: 'Mole 10' }),
      row({ id: '5', name: 'Mole 9' }),
    ];
    expect(shown(new OrderedMembers([], people))).toEqual(['Émile', 'eve', 'Mole 9', 'Mole 10', 'zoë']);
  });

  it('leaves out empty groups, and whoever is not to be shown', () => {
    const members = new OrderedMembers(HOISTED, [row({ id: '1' }), row({ id: '2', status: 'offline' })]);
    const view = members.view(({ member }) => member.user.id === '2');
    expect(view.groups).toEqual([{ id: 'offline', count: 1 }]);
    expect(view.rows).toHaveLength(1);
  });
});

// Few names, so that many are equal.
const someone = fc
  .record({
    id: fc.integer({ min: 1, max: 120 }).map(String),
    name: fc.constantFrom('Ada', 'ada', 'Ben', 'Öz', 'نور'),
    nickname: fc.constantFrom(null, 'Cap', 'ben'),
    status: fc.constantFrom<PresenceStatus>('online', 'idle', 'offline'),
    roleIds: fc.subarray(['5', '800', '900']),
  })
  .map(row);
const act = fc.oneof({ weight: 4, arbitrary: someone }, fc.integer({ min: 1, max: 120 }).map(String));

describe('a list to which people come, in which they change and which they leave', () => {
  it('is what it would be if it were made anew', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 80 }), fc.array(act, { maxLength: 200 }), (start, acts) => {
        const people = new Map(start.map((each) => [each.member.user.id, each]));
        const members = new OrderedMembers(HOISTED, people.values());
        for (const each of acts) {
          if (typeof each === 'string') {
            people.delete(each);
            members.remove(each);
          } else {
            people.set(each.member.user.id, each);
            members.put(each);
          }
        }
        expect(members.view()).toEqual(new OrderedMembers(HOISTED, people.values()).view());
      }),
    );
  });
});
