import { describe, expect, it } from '@jest/globals';
import { ALL_PERMISSIONS, permissionsOf } from '@hearth/contract';
import { applyReady } from '@/features/servers/cache';
import { buildMember, buildRole, buildServer } from '@/features/servers/fixtures';
import { mayBanStranger, memberRights } from './rights';

const [server] = applyReady([
  buildServer({
    ownerId: '1',
    roles: [
      buildRole({ id: '10', position: 0 }),
      buildRole({ id: '5', position: 2 }),
      buildRole({ id: '6', position: 1, permissions: permissionsOf('ADMINISTRATOR').toString() }),
    ],
    me: buildMember({ userId: '101', roleIds: ['5'] }),
  }),
]);
if (!server) throw new Error('no server');

const all = { nickname: true, timeout: true, kick: true, ban: true, roles: true };
const none = { nickname: false, timeout: false, kick: false, ban: false, roles: false };

describe('what may be done to a member', () => {
  it('is all that one has the permission for, to somebody lower', () => {
    const lower = buildMember({ userId: '102' });
    expect(memberRights(ALL_PERMISSIONS, server, lower)).toEqual(all);
    expect(memberRights(permissionsOf('KICK_MEMBERS'), server, lower)).toEqual({ ...none, kick: true });
  });

  it('is nothing to somebody as high, or to the owner', () => {
    expect(memberRights(ALL_PERMISSIONS, server, buildMember({ userId: '102', roleIds: ['5'] }))).toEqual(none);
    expect(memberRights(ALL_PERMISSIONS, server, buildMember({ userId: '1' }))).toEqual(none);
  });

  it('is a name and roles to oneself', () => {
    expect(memberRights(ALL_PERMISSIONS, server, buildMember({ userId: '101', roleIds: ['5'] }))).toEqual({
      ...none,
      nickname: true,
      roles: true,
    });
  });

  it('is no timeout to an administrator, who would not feel it', () => {
    expect(memberRights(ALL_PERMISSIONS, server, buildMember({ userId: '102', roleIds: ['6'] }))).toEqual({ ...all, timeout: false });
  });
});

it('is a ban to somebody who is not in the server, whatever one may do to members', () => {
  expect(mayBanStranger(permissionsOf('BAN_MEMBERS'))).toBe(true);
  expect(mayBanStranger(permissionsOf('KICK_MEMBERS', 'TIMEOUT_MEMBERS'))).toBe(false);
});
