import { describe, expect, it } from '@jest/globals';
import type { MemberPages } from '../cache';
import { applyReady } from '../cache';
import { buildMember, buildRole, buildServer } from '../fixtures';
import { applyRole, applyRoleDeleted, applyRoleOrder, removeRoleFromMembers } from './cache';

const everyone = buildRole({ id: '10', position: 0 });
const cook = buildRole({ id: '21', position: 1 });
const painter = buildRole({ id: '22', position: 2 });
const me = buildMember({ roleIds: ['21', '22'] });
const held = applyReady([buildServer({ roles: [everyone, cook, painter], me }), buildServer({ id: '11', roles: [cook] })]);
const rolesOf = (servers: typeof held | ReturnType<typeof applyRole>, serverId = '10') => servers.find(({ id }) => id === serverId)?.roles;

describe('roles of a server', () => {
  it('come in at their place, the lowest first', () => {
    const guest = buildRole({ id: '9', position: 1 });
    expect(rolesOf(applyRole(held, '10', guest))).toEqual([everyone, guest, cook, painter]);
    expect(rolesOf(applyRole(held, '10', guest), '11')).toEqual([cook]);
  });

  it('change where they stand', () => {
    const renamed = { ...cook, name: 'Chef' };
    expect(rolesOf(applyRole(held, '10', renamed))).toEqual([everyone, renamed, painter]);
  });

  it('take other places together', () => {
    const places = [
      { id: '21', position: 2 },
      { id: '22', position: 1 },
    ];
    expect(rolesOf(applyRoleOrder(held, '10', places))).toEqual([everyone, { ...painter, position: 1 }, { ...cook, position: 2 }]);
  });

  it('go from the server and from all who had them', () => {
    const [server, other] = applyRoleDeleted(held, '10', '21');
    expect(server).toMatchObject({ roles: [everyone, painter], me: { roleIds: ['22'] } });
    expect(other?.roles).toEqual([cook]);
    const members: MemberPages = { pages: [{ members: [me, buildMember({ userId: '102' })], nextCursor: null }], pageParams: [undefined] };
    expect(removeRoleFromMembers(members, '21').pages[0]?.members.map(({ roleIds }) => roleIds)).toEqual([['22'], []]);
  });
});
