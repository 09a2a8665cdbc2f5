import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createChannel, deleteChannel, getChannel, limits, listChannels, updateChannel, type Input } from '@hearth/contract';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestServer,
} from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const list = async (caller: TestUser, serverId: string) =>
  (await hearth.api.as(caller).call(listChannels, { params: { serverId } })).channels;
const get = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(getChannel, { params: { channelId } });
const create = (caller: TestUser, serverId: string, body: Input<typeof createChannel>['body']) =>
  hearth.api.as(caller).call(createChannel, { params: { serverId }, body });
const remove = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(deleteChannel, { params: { channelId } });
const accessVersion = async ({ id }: TestServer) => (await hearth.db.server.findUniqueOrThrow({ where: { id: BigInt(id) } })).accessVersion;

describe('reading channels', () => {
  it('shows those that the caller may see, by position', async () => {
    const { user, server } = await buildMember(hearth);
    const voice = await buildChannel(hearth, { server, name: 'talk', type: 'VOICE' });
    const hidden = await buildPrivateChannel(hearth, { server });
    expect((await list(server.owner, server.id)).map(({ id }) => id)).toEqual([server.general.id, voice.id, hidden.id]);
    expect((await list(user, server.id)).map(({ id }) => id)).toEqual([server.general.id, voice.id]);
    expect(await get(user, voice.id)).toEqual(voice);
    expect(await get(server.owner, hidden.id)).toMatchObject({
      overwrites: [{ targetId: server.id, type: 'ROLE', allow: '0', deny: '1024' }],
    });
    for (const channelId of [hidden.id, '1']) await expect(get(user, channelId)).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 });

    const stranger = await buildUser(hearth);
    await expect(list(stranger, server.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(stranger, voice.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows the counters of messages as they are', async () => {
    const { general, owner } = await buildServer(hearth);
    await hearth.db.channel.update({ where: { id: BigInt(general.id) }, data: { lastSeq: 4, version: 6 } });
    expect(await get(owner, general.id)).toMatchObject({ lastSeq: 4, version: 6 });
  });

  it('refuses an id that is none', async () => {
    const answer = await hearth.api.as(await buildUser(hearth)).send('get', '/channels/9223372036854775808');
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'params.channelId' }] });
  });
});

describe('making a channel', () => {
  it('puts it at the end of its category; members hear of it and can use it at once', async () => {
    const { user, server } = await buildMember(hearth);
    const device = await hearth.connect(user);
    const category = await create(server.owner, server.id, { name: ' Projects ', type: 'CATEGORY' });
    const first = await create(server.owner, server.id, { name: 'one', type: 'TEXT', parentId: category.id, topic: 'Line\nbreak' });
    const second = await create(server.owner, server.id, { name: 'two', type: 'VOICE', parentId: category.id });
    expect(category).toMatchObject({
      name: 'Projects',
      type: 'CATEGORY',
      parentId: null,
      position: 1,
      topic: null,
      lastSeq: 0,
      version: 0,
      overwrites: [],
    });
    expect(first).toMatchObject({ parentId: category.id, position: 0, topic: 'Line\nbreak', serverId: server.id });
    expect(second).toMatchObject({ parentId: category.id, position: 1, topic: null });
    for (const channel of [category, first, second]) {
      expect(await device.next('channel:create')).toEqual(channel);
      expect(await get(user, channel.id)).toEqual(channel);
    }
  });

  it('needs MANAGE_CHANNELS', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(create(user, server.id, { name: 'mine', type: 'TEXT' })).rejects.toMatchObject({
      code: 'MISSING_PERMISSION',
      status: 403,
    });
    await expect(create(await buildUser(hearth), server.id, { name: 'x', type: 'TEXT' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    expect((await create(user, server.id, { name: 'mine', type: 'TEXT' })).name).toBe('mine');
  });

  it('inherits the privacy of its category, and nobody else hears of it', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const channel = await create(server.owner, server.id, { name: 'secret', type: 'TEXT', parentId: category.id });
    expect(channel.overwrites).toEqual([{ targetId: server.id, type: 'ROLE', allow: '0', deny: '1024' }]);
    expect(await owner.next('channel:create')).toEqual(channel);
    await expect(get(user, channel.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await device.settle();
    expect(device.names()).toEqual([]);
  });

  it('needs MANAGE_CHANNELS in its category alone, where it has one', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    await buildOverwrite(hearth, { channel: category, userId: user.id, allow: ['MANAGE_CHANNELS'] });
    const made = await create(user, server.id, { name: 'mine', type: 'TEXT', parentId: category.id });
    expect(made).toMatchObject({ name: 'mine', parentId: category.id, overwrites: [{ targetId: user.id }] });
    for (const type of ['TEXT', 'CATEGORY'] as const)
      await expect(create(user, server.id, { name: 'x', type })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('goes into categories of this server that the maker may see and manage, and no other', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    const hidden = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    const locked = await buildChannel(hearth, { server, type: 'CATEGORY' });
    await buildOverwrite(hearth, { channel: locked, userId: user.id, deny: ['MANAGE_CHANNELS'] });
    const elsewhere = await buildChannel(hearth, { server: await buildServer(hearth, { owner: user }), type: 'CATEGORY' });
    for (const parentId of [hidden.id, elsewhere.id, server.general.id, '1']) {
      const refused = create(user, server.id, { name: 'x', type: 'TEXT', parentId });
      await expect(refused).rejects.toMatchObject({
        code: 'VALIDATION',
        errors: [{ path: 'body.parentId', message: 'must be a category of this server' }],
      });
    }
    await expect(create(user, server.id, { name: 'x', type: 'TEXT', parentId: locked.id })).rejects.toMatchObject({
      code: 'MISSING_PERMISSION',
    });
    const nested = create(server.owner, server.id, { name: 'x', type: 'CATEGORY', parentId: locked.id });
    await expect(nested).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.parentId' }] });
  });

  it.each([
    ['name', { type: 'TEXT' }],
    ['name', { name: ' ', type: 'TEXT' }],
    ['name', { name: 'x'.repeat(101), type: 'TEXT' }],
    ['type', { name: 'x', type: 'DM' }],
    ['type', { name: 'x' }],
    ['topic', { name: 'x', type: 'TEXT', topic: 'x'.repeat(1_025) }],
    ['parentId', { name: 'x', type: 'TEXT', parentId: 'x' }],
  ])('refuses a wrong %s: %j', async (field, body) => {
    const { id, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('post', `/servers/${id}/channels`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${field}` }] });
  });

  it('stops at the limit, also for many at once', async () => {
    const server = await buildServer(hearth);
    const serverId = BigInt(server.id);
    const rows = Array.from({ length: limits.channelsPerServer - 2 }, (_, index) => ({
      id: serverId * 1_000n + BigInt(index),
      serverId,
      type: 'TEXT' as const,
      name: 'x',
      position: index,
    }));
    await hearth.db.channel.createMany({ data: rows.map((row, index) => ({ ...row, id: BigInt(server.id) + BigInt(index + 100_000) })) });
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, () => create(server.owner, server.id, { name: 'more', type: 'TEXT' })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'LIMIT_REACHED', status: 409 });
  });

  it('gives each of many at once a place of its own, and makes older checks of access void', async () => {
    const server = await buildServer(hearth);
    const before = await accessVersion(server);
    const made = await Promise.all(Array.from({ length: 5 }, () => create(server.owner, server.id, { name: 'more', type: 'TEXT' })));
    expect(made.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await accessVersion(server)).toBe(before + 5);
  });
});

describe('changing a channel', () => {
  const update = (caller: TestUser, channelId: string, body: Input<typeof updateChannel>['body']) =>
    hearth.api.as(caller).call(updateChannel, { params: { channelId }, body });

  it('changes what is named, and members hear of it', async () => {
    const { user, server } = await buildMember(hearth);
    const channel = await buildChannel(hearth, { server, topic: 'Old' });
    const device = await hearth.connect(user);
    const renamed = await update(server.owner, channel.id, { name: ' new ' });
    expect(renamed).toEqual({ ...channel, name: 'new' });
    expect(await device.next('channel:update')).toEqual(renamed);
    expect(await update(server.owner, channel.id, { topic: null })).toEqual({ ...renamed, topic: null });
    expect(await update(server.owner, channel.id, {})).toEqual({ ...renamed, topic: null });
  });

  it('needs MANAGE_CHANNELS in the channel', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(update(user, server.general.id, { name: 'x' })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildOverwrite(hearth, { channel: server.general, userId: user.id, allow: ['MANAGE_CHANNELS'] });
    expect((await update(user, server.general.id, { name: 'mine' })).name).toBe('mine');
    const hidden = await buildPrivateChannel(hearth, { server });
    await expect(update(user, hidden.id, { name: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is heard by those who may see a private channel alone', async () => {
    const { user, server } = await buildMember(hearth);
    const guest = await buildMember(hearth, { server });
    const channel = await buildPrivateChannel(hearth, { server });
    await buildOverwrite(hearth, { channel, userId: guest.user.id, allow: ['VIEW_CHANNEL'] });
    const [inside, outside] = [await hearth.connect(guest.user), await hearth.connect(user)];
    await update(server.owner, channel.id, { name: 'renamed' });
    expect((await inside.next('channel:update')).name).toBe('renamed');
    await outside.settle();
    expect(outside.names()).toEqual([]);
  });

  it.each([{ name: '' }, { name: 'a\0b' }, { topic: 'x'.repeat(1_025) }, { topic: 7 }])('refuses %j', async (body) => {
    const { general, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('patch', `/channels/${general.id}`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${Object.keys(body)[0]}` }] });
  });
});

describe('deleting a channel', () => {
  it('tells all who could see it, also a private one', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await remove(server.owner, hidden.id);
    await remove(server.owner, server.general.id);
    expect(await owner.next('channel:delete')).toEqual({ serverId: server.id, channelId: hidden.id });
    expect(await owner.next('channel:delete')).toEqual({ serverId: server.id, channelId: server.general.id });
    expect(await device.next('channel:delete')).toEqual({ serverId: server.id, channelId: server.general.id });
    await device.settle();
    expect(device.names()).toEqual(['channel:delete']);
    expect(await list(user, server.id)).toEqual([]);
    await expect(get(server.owner, hidden.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves the channels of a category behind, private ones to their own', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const open = await buildChannel(hearth, { server, parentId: category.id });
    const hidden = await buildPrivateChannel(hearth, { server, parentId: category.id });
    const [device, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await remove(server.owner, category.id);
    expect(await device.next('channel:update')).toEqual({ ...open, parentId: null });
    const heard = [await owner.next('channel:update'), await owner.next('channel:update')];
    expect(heard).toEqual(
      expect.arrayContaining([{ ...open, parentId: null }, expect.objectContaining({ id: hidden.id, parentId: null })]),
    );
    await device.settle();
    expect(device.names()).toEqual(['channel:delete', 'channel:update']);
  });

  it('needs MANAGE_CHANNELS, and happens once', async () => {
    const { user, server } = await buildMember(hearth);
    await expect(remove(user, server.general.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(remove(await buildUser(hearth), server.general.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const answers = await Promise.all([1, 2, 3].map(() => hearth.api.as(server.owner).send('delete', `/channels/${server.general.id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
  });
});
