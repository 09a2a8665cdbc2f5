import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createChannel,
  deleteChannel,
  getChannel,
  listAuditLog,
  orderChannels,
  permissionsOf,
  updateChannel,
  type Channel,
  type PermissionName,
  type Request,
} from '@hearth/contract';
import {
  buildChannel,
  buildMember,
  buildOverwrite,
  buildPrivateChannel,
  buildRole,
  buildServer,
  type TestServer,
} from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

type NewChannel = Request<typeof createChannel>['body'];

const create = (caller: TestUser, { id }: TestServer, body: Partial<NewChannel>) =>
  hearth.api.as(caller).call(createChannel, { params: { serverId: id }, body: { name: 'channel', type: 'TEXT', ...body } });
const update = (caller: TestUser, { id }: Channel, body: Request<typeof updateChannel>['body']) =>
  hearth.api.as(caller).call(updateChannel, { params: { channelId: id }, body });
const get = (caller: TestUser, { id }: Channel) => hearth.api.as(caller).call(getChannel, { params: { channelId: id } });
const audit = async ({ id, owner }: TestServer) =>
  (await hearth.api.as(owner).call(listAuditLog, { params: { serverId: id }, query: {} })).entries;
const bits = (...names: PermissionName[]) => permissionsOf(...names).toString();
const overwrite = (targetId: string, type: 'ROLE' | 'MEMBER', { allow = '0', deny = '0' }) => ({ targetId, type, allow, deny });

describe('a new channel', () => {
  it.each(['ANNOUNCEMENT', 'FORUM', 'VOICE'] as const)('may be of type %s', async (type) => {
    const { user, server } = await buildMember(hearth);
    const device = await hearth.connect(user);
    const channel = await create(server.owner, server, { type, slowmode: 10, topic: 'All about it' });
    expect(channel).toMatchObject({ type, slowmode: 10, topic: 'All about it' });
    expect(await device.next('channel:create')).toEqual(channel);
  });

  it('may be private from the start: nobody else ever hears of it', async () => {
    const { user, server } = await buildMember(hearth);
    const { user: guest } = await buildMember(hearth, { server });
    const [outside, inside] = [await hearth.connect(user), await hearth.connect(guest)];
    const overwrites = [
      overwrite(server.id, 'ROLE', { deny: bits('VIEW_CHANNEL') }),
      overwrite(guest.id, 'MEMBER', { allow: bits('VIEW_CHANNEL') }),
    ];
    const channel = await create(server.owner, server, { overwrites });
    expect(channel.overwrites).toEqual(expect.arrayContaining(overwrites));
    expect(await inside.next('channel:create')).toEqual(channel);
    await expect(get(user, channel)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await outside.settle();
    expect(outside.names()).toEqual([]);
  });

  it('takes the overwrites that it is given rather than those of its category', async () => {
    const { server } = await buildMember(hearth);
    const category = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    const synced = await create(server.owner, server, { parentId: category.id });
    expect(synced.overwrites).toHaveLength(1);
    expect((await create(server.owner, server, { parentId: category.id, overwrites: [] })).overwrites).toEqual([]);
  });

  it('has overwrites only of whoever holds MANAGE_ROLES and what they say, for those below', async () => {
    const { user, server } = await buildMember(hearth);
    const role = await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    const hide = [overwrite(server.id, 'ROLE', { deny: bits('VIEW_CHANNEL') })];
    await expect(create(user, server, { overwrites: hide })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildRole(hearth, { server, permissions: ['MANAGE_ROLES'], members: [user] });
    expect((await create(user, server, { overwrites: hide })).overwrites).toEqual(hide);
    for (const overwrites of [
      [overwrite(server.id, 'ROLE', { allow: bits('BAN_MEMBERS') })],
      [overwrite(role, 'ROLE', { allow: bits('VIEW_CHANNEL') })],
      [overwrite(server.owner.id, 'MEMBER', { deny: bits('VIEW_CHANNEL') })],
    ])
      await expect(create(user, server, { overwrites })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    for (const overwrites of [[overwrite('1', 'ROLE', {})], [overwrite('1', 'MEMBER', {})]])
      await expect(create(server.owner, server, { overwrites })).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('needs no such right for what it takes from its category anyway', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    await buildOverwrite(hearth, { channel: category, deny: ['SEND_MESSAGES'] });
    const overwrites = [overwrite(server.id, 'ROLE', { deny: bits('SEND_MESSAGES') })];
    expect((await create(user, server, { parentId: category.id, overwrites })).overwrites).toEqual(overwrites);
  });

  it.each([
    ['type', { type: 'THREAD' }],
    ['slowmode', { slowmode: 21_601 }],
    [
      'overwrites',
      {
        overwrites: [
          { targetId: '1', type: 'ROLE', allow: '0', deny: '0' },
          { targetId: '1', type: 'ROLE', allow: '0', deny: '0' },
        ],
      },
    ],
    ['overwrites.0.deny', { overwrites: [{ targetId: '1', type: 'ROLE', allow: '1024', deny: '1024' }] }],
    ['overwrites.0.allow', { overwrites: [{ targetId: '1', type: 'ROLE', allow: '4096', deny: '0' }] }],
  ])('is refused with a wrong %s: %j', async (field, body) => {
    const { server } = await buildMember(hearth);
    const answer = await hearth.api.as(server.owner).send('post', `/servers/${server.id}/channels`, { name: 'x', type: 'TEXT', ...body });
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${field}` }] });
  });
});

describe('changing a channel', () => {
  it('moves it to the end of another category, or out of all, with the overwrites that it has', async () => {
    const { user, server } = await buildMember(hearth);
    const category = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    await buildChannel(hearth, { server, parentId: category.id });
    const device = await hearth.connect(user);
    const moved = await update(server.owner, server.general, { parentId: category.id });
    expect(moved).toMatchObject({ parentId: category.id, position: 1, overwrites: [] });
    expect(await device.next('channel:update')).toEqual(moved);
    expect(await update(server.owner, server.general, { parentId: null })).toMatchObject({ parentId: null });
  });

  it('moves it only where the caller manages it', async () => {
    const { user, server } = await buildMember(hearth);
    await buildRole(hearth, { server, permissions: ['MANAGE_CHANNELS'], members: [user] });
    const hidden = await buildPrivateChannel(hearth, { server, type: 'CATEGORY' });
    const locked = await buildChannel(hearth, { server, type: 'CATEGORY' });
    await buildOverwrite(hearth, { channel: locked, userId: user.id, deny: ['MANAGE_CHANNELS'] });
    for (const parentId of [hidden.id, server.general.id, '1'])
      await expect(update(user, server.general, { parentId })).rejects.toMatchObject({
        code: 'VALIDATION',
        errors: [{ path: 'body.parentId' }],
      });
    await expect(update(user, server.general, { parentId: locked.id })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });

  it('makes an announcement channel of a text channel and back, and nothing else of anything', async () => {
    const { server } = await buildMember(hearth);
    expect((await update(server.owner, server.general, { type: 'ANNOUNCEMENT' })).type).toBe('ANNOUNCEMENT');
    expect((await update(server.owner, server.general, { type: 'TEXT' })).type).toBe('TEXT');
    const voice = await buildChannel(hearth, { server, type: 'VOICE' });
    expect((await update(server.owner, voice, { type: 'TEXT' })).type).toBe('VOICE');
  });

  it('passes over what a channel of its type does not have', async () => {
    const { server } = await buildMember(hearth);
    const category = await buildChannel(hearth, { server, type: 'CATEGORY' });
    const change = { topic: 'x', slowmode: 5, parentId: category.id, sort: 'CREATION', autoArchive: 60, locked: true } as const;
    expect(await update(server.owner, category, change)).toEqual(category);
  });
});

it('keeps every act in the audit log, with what it changed and why', async () => {
  const server = await buildServer(hearth);
  const category = await create(server.owner, server, { type: 'CATEGORY', name: 'rooms' });
  const channel = await create(server.owner, server, { name: 'one' });
  await update(server.owner, channel, { name: 'two', slowmode: 5, reason: 'clearer' });
  await update(server.owner, channel, { name: 'two' });
  const moves = [{ id: channel.id, position: 0, parentId: category.id }];
  await hearth.api.as(server.owner).call(orderChannels, { params: { serverId: server.id }, body: { channels: moves } });
  await hearth.api.as(server.owner).call(deleteChannel, { params: { channelId: channel.id }, query: { reason: 'unused' } });
  const [deleted, ordered, updated, created, first, ...others] = await audit(server);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ action: 'CHANNEL_CREATE', targetId: category.id, targetName: 'rooms' });
  expect(created).toMatchObject({ action: 'CHANNEL_CREATE', actorId: server.owner.id, targetId: channel.id, targetName: 'one' });
  expect(created?.changes).toContainEqual({ key: 'type', before: null, after: 'TEXT' });
  expect(updated).toMatchObject({
    action: 'CHANNEL_UPDATE',
    targetName: 'two',
    reason: 'clearer',
    changes: [
      { key: 'name', before: 'one', after: 'two' },
      { key: 'slowmode', before: 0, after: 5 },
    ],
  });
  expect(ordered).toMatchObject({ action: 'CHANNEL_ORDER', targetId: null });
  expect(ordered?.changes).toMatchObject([{ key: 'order', after: [{ id: channel.id, position: 0, parentId: category.id }] }]);
  expect(deleted).toMatchObject({ action: 'CHANNEL_DELETE', targetName: 'two', reason: 'unused' });
});
