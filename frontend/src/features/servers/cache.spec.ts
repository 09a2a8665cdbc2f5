import { describe, expect, it } from '@jest/globals';
import type { Member } from '@hearth/contract';
import {
  type MemberPages,
  applyMemberAdded,
  applyMemberRemoved,
  applyMemberUpdated,
  applyOwnMember,
  applyReady,
  applyServerCreated,
  applyServerUpdated,
  applyUserToMembers,
  applyUserToServers,
  removeServer,
} from './cache';
import { buildMember, buildServer } from './fixtures';

const pages = (lists: Member[][], isWhole = true): MemberPages => ({
  pages: lists.map((members, index) => ({ members, nextCursor: isWhole && index === lists.length - 1 ? null : `c${index}` })),
  pageParams: lists.map((_, index) => (index === 0 ? undefined : `c${index - 1}`)),
});
const people = (held: MemberPages) => held.pages.map(({ members }) => members.map(({ user }) => user.id));

describe('servers', () => {
  const older = buildServer({ id: '20', me: buildMember({ joinedAt: '2026-01-01T00:00:00.000Z' }) });
  const newer = buildServer({ id: '10', me: buildMember({ joinedAt: '2026-06-01T00:00:00.000Z' }) });

  it('stand in the order of joining, without their channels', () => {
    const held = applyReady([newer, older]);
    expect(held.map(({ id }) => id)).toEqual(['20', '10']);
    expect(held[0]).not.toHaveProperty('channels');
  });

  it('come once, change and go', () => {
    const held = applyServerCreated(applyServerCreated(applyReady([newer]), older), older);
    expect(held.map(({ id }) => id)).toEqual(['20', '10']);
    const { me: _me, channels: _channels, ...server } = older;
    expect(applyServerUpdated(held, { ...server, name: 'renamed' })[0]).toMatchObject({
      name: 'renamed',
      me: older.me,
    });
    expect(removeServer(held, '20').map(({ id }) => id)).toEqual(['10']);
  });

  it('carry the own membership as it is now', () => {
    const held = applyReady([newer]);
    expect(applyOwnMember(held, buildMember({ nickname: 'N' }))[0]?.me.nickname).toBe('N');
    expect(applyOwnMember(held, buildMember({ userId: '7', nickname: 'N' }))[0]?.me.nickname).toBeNull();
    const user = { ...newer.me.user, displayName: 'New' };
    expect(applyUserToServers(held, user)[0]?.me.user.displayName).toBe('New');
  });
});

describe('members', () => {
  const [a, b, c] = ['1', '2', '3'].map((userId) => buildMember({ userId })) as [Member, Member, Member];

  it('come at the end, once all before are loaded', () => {
    expect(people(applyMemberAdded(pages([[a], [b]]), c))).toEqual([['1'], ['2', '3']]);
    expect(people(applyMemberAdded(pages([[a], [b]], false), c))).toEqual([['1'], ['2']]);
    expect(people(applyMemberAdded(pages([[a, b]]), a))).toEqual([['2', '1']]);
  });

  it('change and go wherever they stand', () => {
    const held = pages([[a], [b, c]]);
    expect(applyMemberUpdated(held, { ...b, nickname: 'B' }).pages[1]?.members[0]?.nickname).toBe('B');
    expect(people(applyMemberRemoved(held, '2'))).toEqual([['1'], ['3']]);
    const renamed = applyUserToMembers(held, { ...c.user, displayName: 'C' });
    expect(renamed.pages[1]?.members[1]?.user.displayName).toBe('C');
    expect(renamed.pages[0]?.members[0]).toBe(a);
  });
});
