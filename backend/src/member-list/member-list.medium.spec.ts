import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaveServer, limits, updateMe, updateMember, type Channel } from '@hearth/contract';
import { buildDm } from '../../test/factories/conversations.js';
import { buildCrowd } from '../../test/factories/crowd.js';
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
import { MemberListScreen } from '../../test/member-list-screen.js';
import { Snowflakes } from '../database/snowflakes.js';
import { PermissionsService } from '../permissions/permissions.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const place = ({ id, general }: TestServer, channel: Channel = general) => ({ serverId: id, channelId: channel.id });

const rename = (user: TestUser, displayName: string) => hearth.api.as(user).call(updateMe, { body: { displayName } });

/** A server whose owner has the list on screen, and another device of the owner to compare with. */
async function scene() {
  const server = await buildServer(hearth);
  await rename(server.owner, 'Owner');
  const { user } = await buildMember(hearth, { server });
  await rename(user, 'Mara');
  const [socket, other] = [await hearth.connect(server.owner), await hearth.connect(server.owner)];
  return { server, user, socket, other, screen: await MemberListScreen.open(socket, place(server)) };
}

/** Longer than changes are gathered. */
const PAUSE = 600;

describe('server:subscribe', () => {
  it('answers with the members under their headings', async () => {
    const { server, user, socket } = await scene();
    const { user: guest } = await buildMember(hearth, { server });
    await rename(guest, 'Aaron');
    const roleId = await buildRole(hearth, { server, permissions: [], members: [guest], hoist: true });
    await hearth.connect(guest);
    const { window } = await MemberListScreen.open(socket, place(server));
    expect(window).toMatchObject({
      total: 3,
      groups: [
        { id: roleId, count: 1 },
        { id: 'online', count: 1 },
        { id: 'offline', count: 1 },
      ],
    });
    expect(window.blocks[0]?.rows).toMatchObject([
      { member: { user: { id: guest.id, displayName: 'Aaron' }, roleIds: [roleId], serverId: server.id }, status: 'online', text: '' },
      { member: { user: { id: server.owner.id }, roleIds: [] }, status: 'online' },
      { member: { user: { id: user.id } }, status: 'offline' },
    ]);
  });

  it('answers with the blocks that are asked for, each once, and nothing where nobody stands', async () => {
    const server = await buildServer(hearth);
    const crowd = await buildCrowd(hearth, server, 120);
    const socket = await hearth.connect(server.owner);
    const { window } = await MemberListScreen.open(socket, place(server), [2, 0, 2, 7]);
    expect(window.blocks.map(({ index, rows }) => [index, rows.length])).toEqual([
      [0, 50],
      [2, 21],
      [7, 0],
    ]);
    expect(window.blocks[1]?.rows.map(({ member }) => member.user.id)).toEqual(crowd.slice(99));
  });

  it('shows beside a thread who may see the channel that it belongs to', async () => {
    const { server, user, socket } = await scene();
    const channel = await buildPrivateChannel(hearth, { server });
    const thread = { id: BigInt(hearth.get(Snowflakes).next()), serverId: BigInt(server.id), parentId: BigInt(channel.id) };
    await hearth.db.channel.create({ data: { ...thread, type: 'THREAD', name: 'thread', position: 0, ownerId: BigInt(user.id) } });
    const screen = await MemberListScreen.open(socket, { serverId: server.id, channelId: thread.id.toString() });
    expect(screen.lines).toEqual(['online 1', 'Owner']);
  });

  it('refuses strangers, other servers and conversations', async () => {
    const { server, socket } = await scene();
    const { general } = await buildServer(hearth);
    const stranger = await hearth.connect(await buildUser(hearth));
    const { id: dm, users } = await buildDm(hearth);
    const talker = await hearth.connect(users[0] as TestUser);
    for (const [who, where] of [
      [stranger, place(server)],
      [socket, { serverId: general.serverId ?? '', channelId: server.general.id }],
      [socket, { serverId: server.id, channelId: general.id }],
      [talker, { serverId: server.id, channelId: dm }],
    ] as const)
      expect(await who.emit('server:subscribe', { ...where, blocks: [0] })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  it('refuses what is malformed', async () => {
    const server = await buildServer(hearth);
    const socket = await hearth.connect(server.owner);
    const tooMany = Array.from({ length: limits.memberListBlocks + 1 }, (_, index) => index);
    const blocks = [[-1], [0.5], [limits.memberListIndex + 1], tooMany, undefined, 0].map((each) => ({ blocks: each }));
    for (const part of [...blocks, { serverId: 'x' }, { channelId: null }])
      expect(await socket.send('server:subscribe', { ...place(server), blocks: [0], ...part })).toMatchObject({
        ok: false,
        error: { code: 'VALIDATION' },
      });
  });
});

describe('a list on screen', () => {
  it('follows who comes, goes and returns', async () => {
    const { server, user, screen, other } = await scene();
    await screen.until(({ lines }) => lines.join() === 'online 1,Owner,offline 1,Mara', 'Mara is offline');
    const socket = await hearth.connect(user);
    await screen.until(({ lines }) => lines.join() === 'online 2,Mara,Owner', 'Mara came');
    await socket.emit('presence:update', { status: 'dnd' });
    await screen.until(({ rows }) => rows[0]?.status === 'dnd', 'Mara does not want to be disturbed');
    await hearth.api.as(user).call(updateMe, { body: { statusText: 'Planting', statusExpiresAt: null } });
    await screen.until(({ rows }) => rows[0]?.text === 'Planting', 'what Mara says');
    const { user: guest } = await buildMember(hearth, { server });
    await screen.until(({ lines }) => lines.includes(guest.me.displayName), 'a guest joined');
    await hearth.api.as(guest).call(leaveServer, { params: { serverId: server.id } });
    await screen.until(({ lines }) => !lines.includes(guest.me.displayName), 'the guest left');
    socket.close();
    await screen.until(({ lines }) => lines.join() === 'online 1,Owner,offline 1,Mara', 'Mara left');
    expect(screen.rows[1]?.text).toBe('');
    await screen.untilEquals(other);
  });

  it('follows names, nicknames, roles and their order', async () => {
    const { server, user, screen, other } = await scene();
    await rename(user, 'Zoë');
    await screen.until(({ lines }) => lines.includes('Zoë'), 'a new name');
    const params = { serverId: server.id, userId: user.id };
    await hearth.api.as(server.owner).call(updateMember, { params, body: { nickname: 'Captain' } });
    await screen.until(({ lines }) => lines.includes('Captain'), 'a nickname');
    await hearth.connect(user);
    const low = await buildRole(hearth, { server, permissions: [], members: [user], position: 1, hoist: true });
    await screen.until(({ lines }) => lines.join() === `${low} 1,Captain,online 1,Owner`, 'a hoisted role');
    const high = await buildRole(hearth, { server, permissions: [], members: [server.owner], position: 2, hoist: true });
    await screen.until(({ lines }) => lines.join() === `${high} 1,Owner,${low} 1,Captain`, 'a higher one');
    await hearth.db.memberRole.deleteMany({ where: { userId: BigInt(user.id) } });
    await hearth.get(PermissionsService).membershipChanged(server.id, user.id);
    await screen.until(({ lines }) => lines.join() === `${high} 1,Owner,online 1,Captain`, 'the role taken away');
    await hearth.db.role.delete({ where: { id: BigInt(high) } });
    await hearth.get(PermissionsService).changed(server.id);
    await screen.until(({ lines }) => lines.join() === 'online 2,Captain,Owner', 'the role deleted');
    await screen.untilEquals(other);
  });

  it('of many is told only what is on screen, and of that only what is new', async () => {
    const server = await buildServer(hearth);
    const { user } = await buildMember(hearth, { server });
    await rename(user, 'A first one');
    await buildCrowd(hearth, server, 200);
    const [socket, other] = [await hearth.connect(server.owner), await hearth.connect(server.owner)];
    const screen = await MemberListScreen.open(socket, place(server), [1, 2]);
    await hearth.connect(user);
    const { blocks, groups } = await socket.next('member:list');
    expect(groups).toEqual([
      { id: 'online', count: 2 },
      { id: 'offline', count: 200 },
    ]);
    // Above the screen one was put in and one taken out: nothing on it has moved.
    expect(blocks).toEqual([]);
    const newcomer = (await buildMember(hearth, { server })).user;
    await rename(newcomer, 'Also a first one');
    await hearth.connect(newcomer);
    await screen.until(({ window }) => window.groups[0]?.count === 3, 'the newcomer is online');
    const told = socket.all('member:list').flatMap((change) => change.blocks);
    expect(told.every(({ rows }) => rows.filter((row) => !Array.isArray(row)).length <= 1)).toBe(true);
    await screen.untilEquals(other);
  });

  it('knows what happened while nobody looked', async () => {
    const { server, socket } = await scene();
    await socket.emit('server:subscribe', { ...place(server), blocks: [] });
    const { user: guest } = await buildMember(hearth, { server });
    await rename(guest, 'Aaron');
    expect((await MemberListScreen.open(socket, place(server))).lines).toEqual(['online 1', 'Owner', 'offline 2', 'Aaron', 'Mara']);
  });

  it('gathers what happens at once', async () => {
    const { server, screen, socket } = await scene();
    const guests = await Promise.all(Array.from({ length: 8 }, () => buildMember(hearth, { server })));
    await Promise.all(guests.map(({ user }) => hearth.connect(user)));
    await screen.until(({ window }) => window.total === 10 && window.groups[0]?.count === 9, 'all are online');
    expect(socket.all('member:list').length).toBeLessThan(10);
  });
});

describe('the list of a private channel', () => {
  it('has those who may see it, and follows who that is', async () => {
    const { server, user, socket, other } = await scene();
    const channel = await buildPrivateChannel(hearth, { server });
    const screen = await MemberListScreen.open(socket, place(server, channel));
    expect(screen.lines).toEqual(['online 1', 'Owner']);
    await buildOverwrite(hearth, { channel, userId: user.id, allow: ['VIEW_CHANNEL'] });
    await screen.until(({ lines }) => lines.includes('Mara'), 'Mara may see it');
    await buildOverwrite(hearth, { channel, userId: user.id, deny: ['VIEW_CHANNEL'] });
    await screen.until(({ lines }) => !lines.includes('Mara'), 'Mara may not see it any more');
    const roleId = await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    await screen.until(({ lines }) => lines.includes('Mara'), 'Mara may see everything');
    await hearth.db.memberRole.deleteMany({ where: { roleId: BigInt(roleId) } });
    await hearth.get(PermissionsService).membershipChanged(server.id, user.id);
    await screen.until(({ lines }) => !lines.includes('Mara'), 'Mara has no role any more');
    await screen.untilEquals(other);
  });

  it('takes the place of the list of all when a channel becomes private', async () => {
    const { server, socket, other } = await scene();
    const channel = await buildChannel(hearth, { server });
    const screen = await MemberListScreen.open(socket, place(server, channel));
    expect(screen.lines).toContain('Mara');
    await buildOverwrite(hearth, { channel, deny: ['VIEW_CHANNEL'] });
    await screen.until(({ lines }) => lines.join() === 'online 1,Owner', 'only the owner');
    await screen.untilEquals(other);
  });
});

describe('a device', () => {
  /** What somebody hears of a list after something happened that is seen in it. */
  const heard = async (server: TestServer, socket: { settle: () => Promise<void>; all: (name: 'member:list') => unknown[] }) => {
    const witness = await hearth.connect(server.owner);
    await MemberListScreen.open(witness, place(server));
    const before = socket.all('member:list').length;
    await rename(server.owner, `Owner ${Math.random()}`);
    await witness.next('member:list');
    await sleep(PAUSE);
    await socket.settle();
    witness.close();
    return socket.all('member:list').length - before;
  };

  it('hears nothing more when the list is on no screen', async () => {
    const { server, socket } = await scene();
    expect(await heard(server, socket)).toBe(1);
    expect(await socket.emit('server:subscribe', { ...place(server), blocks: [] })).toEqual({ ok: true, data: null });
    expect(await heard(server, socket)).toBe(0);
  });

  it('hears of one list: that of the channel that it turned to', async () => {
    const { server, socket } = await scene();
    const channel = await buildChannel(hearth, { server });
    await MemberListScreen.open(socket, place(server, channel));
    await heard(server, socket);
    expect(socket.all('member:list').map(({ channelId }) => channelId)).toEqual([channel.id]);
    const elsewhere = await buildServer(hearth, { owner: server.owner });
    await MemberListScreen.open(socket, place(elsewhere));
    await heard(server, socket);
    expect(socket.all('member:list').at(-1)).toMatchObject({ serverId: elsewhere.id, channelId: elsewhere.general.id });
    expect(socket.all('member:list')).toHaveLength(2);
  });

  it('that asks twice at once hears of what it asked for last', async () => {
    const { server, socket } = await scene();
    const channel = await buildChannel(hearth, { server });
    const [first, second] = await Promise.all([
      socket.emit('server:subscribe', { ...place(server), blocks: [0] }),
      socket.emit('server:subscribe', { ...place(server, channel), blocks: [0] }),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: true, data: { total: 2 } });
    await heard(server, socket);
    expect(socket.all('member:list').map(({ channelId }) => channelId)).toEqual([channel.id]);
  });

  it('hears nothing more from the moment that its user may not see the channel', async () => {
    const { server, user } = await scene();
    const channel = await buildChannel(hearth, { server });
    const guest = await hearth.connect(user);
    await MemberListScreen.open(guest, place(server, channel));
    await buildOverwrite(hearth, { channel, userId: user.id, deny: ['VIEW_CHANNEL'] });
    expect(await heard(server, guest)).toBe(0);
    await buildOverwrite(hearth, { channel, userId: user.id, allow: ['VIEW_CHANNEL'] });
    expect(await heard(server, guest)).toBe(0);
    await MemberListScreen.open(guest, place(server, channel));
    expect(await heard(server, guest)).toBe(1);
  });

  it('hears nothing more once its user has left the server', async () => {
    const { server, user } = await scene();
    const guest = await hearth.connect(user);
    await MemberListScreen.open(guest, place(server));
    await hearth.api.as(user).call(leaveServer, { params: { serverId: server.id } });
    expect(await heard(server, guest)).toBe(0);
    expect(await guest.emit('server:subscribe', { ...place(server), blocks: [0] })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('that is refused hears of nothing, also of what it had before', async () => {
    const { server, socket } = await scene();
    const { general } = await buildServer(hearth);
    await socket.emit('server:subscribe', { serverId: server.id, channelId: general.id, blocks: [0] });
    expect(await heard(server, socket)).toBe(0);
  });
});
