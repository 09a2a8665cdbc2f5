import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createRole,
  deleteRole,
  getServer,
  limits,
  listRoles,
  orderRoles,
  permissionsOf,
  updateRole,
  type PermissionName,
} from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildRole, buildServer, type TestServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const params = (serverId: string) => ({ params: { serverId } });
const roleParams = (serverId: string, roleId: string) => ({ params: { serverId, roleId } });
const bits = (...names: PermissionName[]) => permissionsOf(...names).toString();
const rolesOf = async ({ owner, id }: TestServer) => (await hearth.api.as(owner).call(listRoles, params(id))).roles;
const versionOf = async ({ id }: TestServer) => (await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(id) } })).accessVersion;
const auditOf = ({ id }: TestServer) => hearth.db.auditLogEntry.findMany({ where: { serverId: BigInt(id) }, orderBy: { id: 'desc' } });

/** Somebody with MANAGE_ROLES, and what else a role of theirs gives, above one lower role. */
async function buildModerator(...permissions: PermissionName[]) {
  const { user, server } = await buildMember(hearth);
  const own = await buildRole(hearth, { server, permissions: ['MANAGE_ROLES', ...permissions], members: [user] });
  const lower = await buildRole(hearth, { server, permissions: [] });
  const higher = await buildRole(hearth, { server, permissions: [], position: 3 });
  return { user, server, own, lower, higher, api: hearth.api.as(user) };
}

describe('making a role', () => {
  it('puts it just above @everyone, tells the members and keeps who did it', async () => {
    const { user, server } = await buildMember(hearth);
    const device = await hearth.connect(user);
    const first = await hearth.api.as(server.owner).call(createRole, { ...params(server.id), body: { name: ' Painters ' } });
    expect(first).toMatchObject({ name: 'Painters', color: null, hoist: false, mentionable: false, position: 1, permissions: '0' });
    const body = { name: 'Cooks', color: 0xff8800, hoist: true, mentionable: true, permissions: bits('ATTACH_FILES'), reason: ' hungry ' };
    const second = await hearth.api.as(server.owner).call(createRole, { ...params(server.id), body });

    expect(await device.next('role:create')).toEqual({ serverId: server.id, role: first });
    expect(await device.next('role:create')).toEqual({ serverId: server.id, role: second });
    const places = [server.id, second.id, first.id].map((id, position) => ({ id, position }));
    expect(await device.next('role:order', ({ roles }) => roles.length === 3)).toEqual({ serverId: server.id, roles: places });
    expect((await rolesOf(server)).map(({ id, memberCount }) => [id, memberCount])).toEqual([[server.id, 2], [second.id, 0], [first.id, 0]]); // prettier-ignore

    const [entry] = await auditOf(server);
    expect(entry).toMatchObject({
      action: 'ROLE_CREATE',
      actorId: BigInt(server.owner.id),
      targetId: BigInt(second.id),
      targetName: 'Cooks',
      reason: 'hungry',
      changes: expect.arrayContaining([{ key: 'permissions', before: null, after: bits('ATTACH_FILES') }]),
    });
  });

  it('gives nobody more than its maker holds, and stands below their highest role', async () => {
    const { api, server, own } = await buildModerator('KICK_MEMBERS');
    const create = (permissions: string) => api.call(createRole, { ...params(server.id), body: { name: 'new', permissions } });
    await expect(create(bits('BAN_MEMBERS'))).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    const role = await create(bits('KICK_MEMBERS'));
    const positions = new Map((await rolesOf(server)).map(({ id, position }) => [id, position]));
    expect(positions.get(role.id)).toBe(1);
    expect(positions.get(own)).toBeGreaterThan(1);
  });

  it('is not for those who may only by what everybody may', async () => {
    const { user, server } = await buildMember(hearth);
    const change = { ...roleParams(server.id, server.id), body: { permissions: bits('MANAGE_ROLES', 'VIEW_CHANNEL') } };
    await hearth.api.as(server.owner).call(updateRole, change);
    const made = hearth.api.as(user).call(createRole, { ...params(server.id), body: { name: 'Mine' } });
    await expect(made).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('ends at the limit, also for two at once', async () => {
    const server = await buildServer(hearth);
    const serverId = BigInt(server.id);
    const data = Array.from({ length: limits.rolesPerServer - 2 }, (_, index) => ({
      id: serverId + BigInt(index + 1),
      serverId,
      name: 'many',
      position: index + 1,
      permissions: 0n,
    }));
    await hearth.db.role.createMany({ data });
    await buildOverwrite(hearth, { channel: server.general });
    const create = () => hearth.api.as(server.owner).send('post', `/servers/${server.id}/roles`, { name: 'more' });
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it.each([
    ['no name', { color: 1 }],
    ['an empty one', { name: ' ' }],
    ['too long a one', { name: 'x'.repeat(101) }],
    ['no colour', { name: 'a', color: 0x1000000 }],
    ['unknown bits', { name: 'a', permissions: (1n << 60n).toString() }],
    ['half a permission', { name: 'a', permissions: '1.5' }],
  ])('refuses %s', async (_what, body) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('post', `/servers/${id}/roles`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', status: 400 });
  });
});

describe('changing a role', () => {
  const update = (caller: TestUser, serverId: string, roleId: string, body: Record<string, unknown>) =>
    hearth.api.as(caller).call(updateRole, { ...roleParams(serverId, roleId), body });

  it('tells the members, and takes effect at once', async () => {
    const { user, server, own } = await buildModerator();
    const device = await hearth.connect(user);
    const changed = await update(server.owner, server.id, own, { name: 'Ushers', color: 255, permissions: bits('MANAGE_SERVER') });
    expect(changed).toMatchObject({ id: own, name: 'Ushers', color: 255, permissions: bits('MANAGE_SERVER') });
    expect(await device.next('role:update')).toEqual({ serverId: server.id, role: changed });
    const refused = update(user, server.id, own, { name: 'Mine' });
    await expect(refused).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const [entry] = await auditOf(server);
    expect(entry).toMatchObject({
      action: 'ROLE_UPDATE',
      changes: [
        { key: 'name', before: 'role', after: 'Ushers' },
        { key: 'color', before: null, after: 255 },
        { key: 'permissions', before: bits('MANAGE_ROLES'), after: bits('MANAGE_SERVER') },
      ],
    });
  });

  it('is for roles below the own highest, with permissions that are held', async () => {
    const { user, server, own, lower, higher } = await buildModerator('KICK_MEMBERS');
    for (const roleId of [own, higher])
      await expect(update(user, server.id, roleId, { name: 'no' })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(update(user, server.id, lower, { permissions: bits('BAN_MEMBERS') })).rejects.toMatchObject({
      code: 'MISSING_PERMISSION',
    });
    expect(await update(user, server.id, lower, { permissions: bits('KICK_MEMBERS') })).toMatchObject({
      permissions: bits('KICK_MEMBERS'),
    });

    await update(server.owner, server.id, lower, { permissions: bits('BAN_MEMBERS') });
    await expect(update(user, server.id, lower, { permissions: '0' })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await update(user, server.id, lower, { name: 'Named', permissions: bits('BAN_MEMBERS') })).toMatchObject({ name: 'Named' });
  });

  it('of @everyone is of its permissions alone', async () => {
    const server = await buildServer(hearth);
    const refused = update(server.owner, server.id, server.id, { name: 'Everybody', hoist: true });
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.name' }, { path: 'body.hoist' }] });
    const same = { name: '@everyone', permissions: bits('VIEW_CHANNEL') };
    expect(await update(server.owner, server.id, server.id, same)).toMatchObject({ permissions: bits('VIEW_CHANNEL'), position: 0 });
  });

  it('that changes nothing does nothing and tells nobody', async () => {
    const { user, server, lower } = await buildModerator();
    const device = await hearth.connect(user);
    const before = [await versionOf(server), (await auditOf(server)).length];
    await update(user, server.id, lower, {});
    await update(user, server.id, lower, { name: 'role', permissions: '0', reason: 'none' });
    await device.settle();
    expect(device.all('role:update')).toEqual([]);
    expect([await versionOf(server), (await auditOf(server)).length]).toEqual(before);
  });

  it('finds no role of another server', async () => {
    const { server } = await buildModerator();
    const other = await buildServer(hearth);
    const role = await buildRole(hearth, { server: other, permissions: [] });
    for (const roleId of [role, other.id, '1'])
      await expect(update(server.owner, server.id, roleId, { name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});

describe('ordering roles', () => {
  it('moves them for everybody, below the own highest alone', async () => {
    const { user, server, own, lower, higher } = await buildModerator();
    const lowest = await buildRole(hearth, { server, permissions: [] });
    const device = await hearth.connect(user);
    const order = (caller: TestUser, ...roles: [string, number][]) => {
      const places = roles.map(([id, position]) => ({ id, position }));
      return hearth.api.as(caller).call(orderRoles, { ...params(server.id), body: { roles: places } });
    };
    const { roles } = await order(user, [lower, 1]);
    expect(roles.map(({ id }) => id)).toEqual([server.id, lower, lowest, own, higher]);
    expect((await device.next('role:order')).roles.map(({ id }) => id)).toEqual([lower, lowest, own, higher]);
    await expect(order(user, [lower, 4])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(order(user, [higher, 1])).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(order(server.owner, [server.id, 1])).rejects.toMatchObject({ code: 'VALIDATION' });

    await order(server.owner, [own, 4]);
    expect((await order(user, [higher, 1])).roles.map(({ id }) => id)).toEqual([server.id, higher, lower, lowest, own]);
    const [entry] = await auditOf(server);
    expect(entry).toMatchObject({ action: 'ROLE_ORDER', actorId: BigInt(user.id), changes: [{ key: 'order' }] });
  });

  it('as they are does nothing', async () => {
    const { user, server, lower } = await buildModerator();
    const before = [await versionOf(server), (await auditOf(server)).length];
    await hearth.api.as(user).call(orderRoles, { ...params(server.id), body: { roles: [{ id: lower, position: 1 }] } });
    expect([await versionOf(server), (await auditOf(server)).length]).toEqual(before);
  });

  it.each([
    ['none', []],
    ['a place that there is not', [{ id: '1', position: 0 }]],
    ['no place', [{ id: '1' }]],
  ])('refuses %s', async (_what, roles) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('patch', `/servers/${id}/roles`, { roles });
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('deleting a role', () => {
  const remove = (caller: TestUser, serverId: string, roleId: string) =>
    hearth.api.as(caller).call(deleteRole, { ...roleParams(serverId, roleId), query: { reason: 'tidy' } });

  it('takes it from its members, with its overwrites', async () => {
    const { user, server, lower } = await buildModerator();
    const channel = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel, roleId: lower, allow: ['ATTACH_FILES'] });
    const target = await buildMember(hearth, { server });
    await hearth.db.memberRole.create({ data: { serverId: BigInt(server.id), userId: BigInt(target.user.id), roleId: BigInt(lower) } });
    const device = await hearth.connect(target.user);

    await remove(user, server.id, lower);
    expect(await device.next('role:delete')).toEqual({ serverId: server.id, roleId: lower });
    const fresh = await hearth.api.as(target.user).call(getServer, params(server.id));
    expect(fresh.me.roleIds).toEqual([]);
    expect(fresh.roles.map(({ id }) => id)).not.toContain(lower);
    expect(fresh.channels.find(({ id }) => id === channel.id)?.overwrites).toEqual([]);
    expect(await hearth.db.permissionOverwrite.count({ where: { targetId: BigInt(lower) } })).toBe(0);
    const [entry] = await auditOf(server);
    expect(entry).toMatchObject({ action: 'ROLE_DELETE', targetName: 'role', reason: 'tidy', changes: expect.arrayContaining([{ key: 'name', before: 'role', after: null }]) }); // prettier-ignore
    await expect(remove(user, server.id, lower)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is for roles below the own highest, and never for @everyone', async () => {
    const { user, server, own, higher } = await buildModerator();
    for (const roleId of [own, higher]) await expect(remove(user, server.id, roleId)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(remove(server.owner, server.id, server.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(remove(await buildUser(hearth), server.id, own)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not free whoever deletes it of what it kept from them', async () => {
    const { user, server, lower } = await buildModerator('ATTACH_FILES');
    await buildOverwrite(hearth, { channel: server.general, roleId: lower, deny: ['ATTACH_FILES'] });
    await hearth.db.memberRole.create({ data: { serverId: BigInt(server.id), userId: BigInt(user.id), roleId: BigInt(lower) } });
    await buildOverwrite(hearth, { channel: server.general, userId: server.owner.id });
    await expect(remove(user, server.id, lower)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await remove(server.owner, server.id, lower);
  });
});

it('lists roles for members alone', async () => {
  const { user, server, own, lower, higher } = await buildModerator();
  const listed = await hearth.api.as(user).call(listRoles, params(server.id));
  expect(listed.roles.map(({ id, memberCount }) => [id, memberCount])).toEqual([[server.id, 2], [lower, 0], [own, 1], [higher, 0]]); // prettier-ignore
  await expect(hearth.api.as(await buildUser(hearth)).call(listRoles, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
