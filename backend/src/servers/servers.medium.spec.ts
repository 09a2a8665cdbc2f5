import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createServer,
  DEFAULT_EVERYONE_PERMISSIONS,
  deleteServer,
  getServer,
  leaveServer,
  limits,
  listServers,
  updateServer,
  type Problem,
} from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { ServersService } from './servers.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const params = (serverId: string) => ({ params: { serverId } });

describe('making a server', () => {
  it('begins with a role, a channel and its owner, and the own devices hear of it', async () => {
    const owner = await buildUser(hearth);
    const device = await hearth.connect(owner);
    const server = await hearth.api.as(owner).call(createServer, { body: { name: ' The workshop ' } });
    expect(server).toMatchObject({ name: 'The workshop', icon: null, ownerId: owner.id, memberCount: 1 });
    expect(server.roles).toEqual([
      {
        id: server.id,
        name: '@everyone',
        color: null,
        hoist: false,
        mentionable: false,
        position: 0,
        permissions: `${DEFAULT_EVERYONE_PERMISSIONS}`,
      },
    ]);
    expect(server.channels).toEqual([
      expect.objectContaining({ serverId: server.id, name: 'general', type: 'TEXT', position: 0, lastSeq: 0, version: 0 }),
    ]);
    expect(server.me).toMatchObject({ serverId: server.id, user: { id: owner.id }, roleIds: [], nickname: null });
    expect(await device.next('server:create')).toEqual(server);
    expect(await hearth.api.as(owner).call(getServer, params(server.id))).toEqual(server);
  });

  it('puts the owner into its room at once', async () => {
    const owner = await buildUser(hearth);
    const device = await hearth.connect(owner);
    const { id } = await hearth.api.as(owner).call(createServer, { body: { name: 'Room' } });
    await hearth.api.as(owner).call(updateServer, { ...params(id), body: { name: 'Room 2' } });
    expect((await device.next('server:update')).name).toBe('Room 2');
  });

  it.each([{}, { name: '' }, { name: 'x'.repeat(101) }, { name: 'a\nb' }, { name: 7 }])('refuses %j', async (body) => {
    const answer = await hearth.api.as(await buildUser(hearth)).send('post', '/servers', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.name' }] });
  });

  it('stops at the limit, also for many at once', async () => {
    const owner = await buildUser(hearth);
    const ids = Array.from({ length: limits.serversPerUser - 2 }, (_, index) => BigInt(index + 1));
    await hearth.db.server.createMany({ data: ids.map((id) => ({ id, name: 'Many', ownerId: BigInt(owner.id) })) });
    await hearth.db.member.createMany({ data: ids.map((serverId) => ({ serverId, userId: BigInt(owner.id) })) });
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () => hearth.api.as(owner).call(createServer, { body: { name: 'More' } })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'LIMIT_REACHED', status: 409 });
    expect((await hearth.api.as(owner).call(listServers)).servers).toHaveLength(limits.serversPerUser);
  });
});

describe('reading servers', () => {
  it('lists the own ones in the order of joining, each with the visible channels only', async () => {
    const { user, server } = await buildMember(hearth);
    const own = await buildServer(hearth, { owner: user });
    const hidden = await buildPrivateChannel(hearth, { server, name: 'hidden' });
    const shown = await buildPrivateChannel(hearth, { server, name: 'shown' });
    await buildOverwrite(hearth, { channel: shown, userId: user.id, allow: ['VIEW_CHANNEL'] });
    await buildServer(hearth);

    const namesFor = async (caller: TestUser) => {
      const { servers } = await hearth.api.as(caller).call(listServers);
      return servers.map(({ id, channels }) => [id, channels.map(({ name }) => name)]);
    };
    expect(await namesFor(user)).toEqual([
      [server.id, ['general', 'shown']],
      [own.id, ['general']],
    ]);
    expect(await namesFor(server.owner)).toEqual([[server.id, ['general', hidden.name, shown.name]]]);
    const device = await hearth.connect(user);
    expect(device.ready.servers).toEqual((await hearth.api.as(user).call(listServers)).servers);
  });

  it('shows channels by role, to administrators all, and with the topic and overwrites', async () => {
    const { user, server } = await buildMember(hearth);
    const channel = await buildPrivateChannel(hearth, { server, topic: 'Plans' });
    const visible = async () => (await hearth.api.as(user).call(getServer, params(server.id))).channels.map(({ id }) => id);
    expect(await visible()).toEqual([server.general.id]);

    const roleId = await buildRole(hearth, { server, permissions: [], members: [user] });
    await buildOverwrite(hearth, { channel, roleId, allow: ['VIEW_CHANNEL'] });
    const joined = await hearth.api.as(user).call(getServer, params(server.id));
    expect(joined.channels[1]).toMatchObject({
      id: channel.id,
      topic: 'Plans',
      overwrites: expect.arrayContaining([{ targetId: roleId, type: 'ROLE', allow: '1024', deny: '0' }]),
    });
    expect(joined.me.roleIds).toEqual([roleId]);
    expect(joined.roles.map(({ id }) => id)).toEqual([server.id, roleId]);

    const other = await buildPrivateChannel(hearth, { server });
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    expect(await visible()).toContain(other.id);
  });

  it('finds none that the caller is not in', async () => {
    const { id } = await buildServer(hearth);
    const stranger = await buildUser(hearth);
    for (const serverId of [id, '1'])
      await expect(hearth.api.as(stranger).call(getServer, params(serverId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.api.as(stranger).call(listServers)).toEqual({ servers: [] });
  });

  it('needs as many queries for many servers as for one', async () => {
    const owner = await buildUser(hearth);
    const count = async () => {
      const seen: string[] = [];
      const original = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
      pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
        seen.push(JSON.stringify(args[0]));
        return Reflect.apply(original, this, args) as never;
      };
      try {
        await hearth.get(ServersService).joined(owner);
      } finally {
        Reflect.set(pg.Client.prototype, 'query', original);
      }
      // Without those of jobs, which live in a schema of their own.
      return seen.filter((text) => text.includes('FROM \\"public\\"')).length;
    };
    await buildServer(hearth, { owner });
    const one = await count();
    for (let index = 0; index < 5; index += 1) await buildChannel(hearth, { server: await buildServer(hearth, { owner }) });
    expect(one).toBeGreaterThan(4);
    expect(await count()).toBe(one);
  });
});

describe('renaming a server', () => {
  it('is for those with MANAGE_SERVER, and the members hear of it', async () => {
    const { user, server } = await buildMember(hearth);
    const rename = (caller: TestUser, name: string) => hearth.api.as(caller).call(updateServer, { ...params(server.id), body: { name } });
    await expect(rename(user, 'Mine')).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });

    const device = await hearth.connect(user);
    const renamed = await rename(server.owner, 'Renamed');
    expect(renamed).toMatchObject({ id: server.id, name: 'Renamed', memberCount: 2 });
    expect(renamed).not.toHaveProperty('channels');
    expect(await device.next('server:update')).toEqual(renamed);

    await buildRole(hearth, { server, permissions: ['MANAGE_SERVER'], members: [user] });
    expect((await rename(user, 'Renamed again')).name).toBe('Renamed again');
    await expect(rename(await buildUser(hearth), 'Stolen')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('changes nothing without a name, and refuses a bad one', async () => {
    const { id, owner } = await buildServer(hearth, { name: 'Same' });
    expect((await hearth.api.as(owner).call(updateServer, { ...params(id), body: {} })).name).toBe('Same');
    const answer = await hearth.api.as(owner).send('patch', `/servers/${id}`, { name: ' ' });
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.name' }] });
  });
});

describe('deleting a server', () => {
  it("is the owner's alone; all who were in it hear of it", async () => {
    const { user, server } = await buildMember(hearth);
    const device = await hearth.connect(user);
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    await expect(hearth.api.as(user).call(deleteServer, params(server.id))).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(hearth.api.as(await buildUser(hearth)).call(deleteServer, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await hearth.api.as(server.owner).call(deleteServer, params(server.id));
    expect(await device.next('server:delete')).toEqual({ serverId: server.id });
    for (const caller of [user, server.owner])
      await expect(hearth.api.as(caller).call(getServer, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.db.channel.count({ where: { serverId: BigInt(server.id) } })).toBe(0);
    await expect(hearth.api.as(server.owner).call(deleteServer, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused to whoever handed the server over, also where that is not known yet', async () => {
    const { user, server } = await buildMember(hearth);
    // Now the rules are held.
    await hearth.api.as(server.owner).call(getServer, params(server.id));
    await hearth.db.server.update({ where: { id: BigInt(server.id) }, data: { ownerId: BigInt(user.id) } });
    await expect(hearth.api.as(server.owner).call(deleteServer, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearth.db.server.count({ where: { id: BigInt(server.id) } })).toBe(1);
  });

  it('refuses plainly what others do in it at that moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { user, server } = await buildMember(hearth);
      const owner = hearth.api.as(server.owner);
      const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
      const answers = await Promise.all([
        owner.send('post', `/servers/${server.id}/channels`, { name: 'late', type: 'TEXT', parentId: category.id }),
        owner.send('patch', `/servers/${server.id}/channels`, { channels: [{ id: server.general.id, position: 4 }] }),
        owner.send('patch', `/channels/${server.general.id}`, { name: 'late' }),
        owner.send('delete', `/channels/${category.id}`),
        owner.send('post', `/servers/${server.id}/invites`, { channelId: server.general.id }),
        owner.send('get', '/servers'),
        owner.send('delete', `/servers/${server.id}`),
        hearth.api.as(user).send('delete', `/servers/${server.id}/members/me`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 300 && status !== 404 && status !== 400)).toEqual([]);
    }
  });
});

describe('leaving a server', () => {
  const leave = (caller: TestUser, serverId: string) => hearth.api.as(caller).call(leaveServer, params(serverId));

  it('takes the member and their sockets out; both sides hear of it', async () => {
    const { user, server } = await buildMember(hearth);
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await leave(user, server.id);
    expect(await device.next('server:delete')).toEqual({ serverId: server.id });
    expect(await owner.next('member:remove')).toEqual({ serverId: server.id, userId: user.id });
    expect((await owner.next('server:update')).memberCount).toBe(1);
    await expect(hearth.api.as(user).call(getServer, params(server.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });

    await hearth.api.as(server.owner).call(updateServer, { ...params(server.id), body: { name: 'Without you' } });
    await device.settle();
    expect(device.all('server:update')).toEqual([]);
  });

  it('is not for the owner, and a stranger finds nothing to leave', async () => {
    const { id, owner } = await buildServer(hearth);
    await expect(leave(owner, id)).rejects.toMatchObject({ code: 'OWNER_CANNOT_LEAVE', status: 409 });
    await expect(leave(await buildUser(hearth), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts once, however often it is asked at once, and makes older checks of access void', async () => {
    const { user, server } = await buildMember(hearth);
    const versionOf = async () => (await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(server.id) } })).accessVersion;
    const before = await versionOf();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => hearth.api.as(user).send('delete', `/servers/${server.id}/members/me`)),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ body }) => (body as Partial<Problem>).code === 'NOT_FOUND')).toHaveLength(4);
    expect((await hearth.api.as(server.owner).call(getServer, params(server.id))).memberCount).toBe(1);
    expect(await versionOf()).toBe(before + 1);
  });
});
