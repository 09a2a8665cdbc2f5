import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  explainChannelPermissions,
  explainServerPermissions,
  permissionBits,
  permissionNames,
  type Explanation,
  type PermissionName,
} from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildRole } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { PermissionsService } from '../../permissions/permissions.service.js';
import { Snowflakes } from '../../database/snowflakes.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const inChannel = (caller: TestUser, channelId: string, { id: userId }: TestUser) =>
  hearth.api.as(caller).call(explainChannelPermissions, { params: { channelId, userId } });
const inServer = (caller: TestUser, serverId: string, { id: userId }: TestUser) =>
  hearth.api.as(caller).call(explainServerPermissions, { params: { serverId, userId } });
const about = ({ permissions }: Explanation, name: PermissionName) => permissions.find(({ permission }) => permission === name);
const bitsOf = ({ permissions }: Explanation) =>
  permissions.filter(({ allowed }) => allowed).reduce((bits, { permission }) => bits | permissionBits[permission], 0n);

describe('the explainer', () => {
  it('names the role or overwrite that decides, and says what holds', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_MESSAGES'], members: [user] });
    await buildOverwrite(hearth, { channel: server.general, roleId, deny: ['SEND_MESSAGES'] });
    await buildOverwrite(hearth, { channel: server.general, userId: user.id, allow: ['ATTACH_FILES'] });

    const explained = await inChannel(server.owner, server.general.id, user);
    expect(explained.permissions.map(({ permission }) => permission)).toEqual(permissionNames);
    const role = { type: 'ROLE', id: roleId, name: 'role' };
    expect(about(explained, 'SEND_MESSAGES')).toEqual({
      permission: 'SEND_MESSAGES',
      allowed: false,
      because: { kind: 'OVERWRITE', sources: [role], restriction: null },
    });
    expect(about(explained, 'MANAGE_MESSAGES')).toMatchObject({ allowed: true, because: { kind: 'ROLE', sources: [role] } });
    expect(about(explained, 'ATTACH_FILES')?.because.sources).toEqual([{ type: 'MEMBER', id: user.id, name: user.me.displayName }]);
    expect(about(explained, 'VIEW_CHANNEL')?.because.sources).toEqual([{ type: 'ROLE', id: server.id, name: '@everyone' }]);
    expect(bitsOf(explained)).toBe((await hearth.get(PermissionsService).channel(user, server.general.id)).permissions);
    expect(bitsOf(await inServer(server.owner, server.id, user))).toBe(
      (await hearth.get(PermissionsService).server(user, server.id)).permissions,
    );
  });

  it('says in a thread who may write there', async () => {
    const { user, server } = await buildMember(hearth);
    await buildOverwrite(hearth, { channel: server.general, deny: ['SEND_MESSAGES'] });
    const id = BigInt(hearth.get(Snowflakes).next());
    const [serverId, parentId, ownerId] = [BigInt(server.id), BigInt(server.general.id), BigInt(user.id)];
    await hearth.db.channel.create({ data: { id, serverId, parentId, ownerId, type: 'THREAD', name: 'thread', position: 0 } });
    expect(about(await inChannel(user, id.toString(), user), 'SEND_MESSAGES')).toMatchObject({ allowed: true });
    await hearth.db.channel.update({ where: { id }, data: { locked: true } });
    expect(about(await inChannel(user, id.toString(), user), 'SEND_MESSAGES')).toMatchObject({
      allowed: false,
      because: { kind: 'LOCKED' },
    });
  });

  it('is about others for those with MANAGE_ROLES, about oneself for everybody', async () => {
    const { user, server } = await buildMember(hearth);
    const channel = await buildChannel(hearth, { server });
    expect(await inChannel(user, channel.id, user)).toHaveProperty('permissions');
    expect(await inServer(user, server.id, user)).toHaveProperty('permissions');
    await expect(inChannel(user, channel.id, server.owner)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(inServer(user, server.id, server.owner)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildRole(hearth, { server, permissions: ['MANAGE_ROLES'], members: [user] });
    expect(about(await inChannel(user, channel.id, server.owner), 'BAN_MEMBERS')).toMatchObject({ because: { kind: 'OWNER' } });
    expect(about(await inServer(user, server.id, server.owner), 'BAN_MEMBERS')).toMatchObject({ allowed: true });
  });

  it('finds nobody who is not there', async () => {
    const { server } = await buildMember(hearth);
    const stranger = await buildUser(hearth);
    await expect(inChannel(server.owner, server.general.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(inServer(server.owner, server.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(inServer(stranger, server.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answer = await hearth.api.as(server.owner).send('get', `/channels/${server.general.id}/permissions/me`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});
