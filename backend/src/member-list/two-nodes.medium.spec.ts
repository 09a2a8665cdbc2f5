import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaveServer, updateMe, updateOwnMember } from '@hearth/contract';
import { buildFriends } from '../../test/factories/conversations.js';
import { buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer, type TestServer } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { MemberListScreen } from '../../test/member-list-screen.js';
import { startRedis, type TestRedis } from '../../test/redis.js';

/** Two nodes on one database and one Redis: the list is on a screen at one of them, and what happens, happens at the other. */
let redis: TestRedis;
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  redis = await startRedis();
  one = await startTestApp({ redisUrl: redis.url, env: { LOG_LEVEL: 'silent' } });
  other = await startTestApp({ redisUrl: redis.url, beside: one, env: { LOG_LEVEL: 'silent' } });
}, 60_000);

afterAll(async () => {
  await other.close();
  await one.close();
  await redis.stop();
}, 60_000);

const place = ({ id, general }: TestServer) => ({ serverId: id, channelId: general.id });

const rename = (app: TestApp, user: TestUser, displayName: string) => app.api.as(user).call(updateMe, { body: { displayName } });

async function scene() {
  const server = await buildServer(one);
  const { user } = await buildMember(one, { server });
  await rename(one, server.owner, 'Owner');
  await rename(one, user, 'Mara');
  const socket = await one.connect(server.owner);
  const screen = await MemberListScreen.open(socket, place(server));
  await screen.until(({ lines }) => lines.join() === 'online 1,Owner,offline 1,Mara', 'the list');
  return { server, user, socket, screen };
}

describe('a member list at one node', () => {
  it('follows what happens at the other', async () => {
    const { server, user, screen } = await scene();
    const guest = await other.connect(user);
    await screen.until(({ lines }) => lines.join() === 'online 2,Mara,Owner', 'Mara came');
    await guest.emit('presence:update', { status: 'idle' });
    await screen.until(({ rows }) => rows[0]?.status === 'idle', 'Mara is idle');
    await other.api.as(user).call(updateMe, { body: { displayName: 'Zoë', statusText: 'Planting' } });
    await screen.until(({ rows }) => rows[1]?.member.user.displayName === 'Zoë' && rows[1].text === 'Planting', 'a new name and text');
    await other.api.as(user).call(updateOwnMember, { params: { serverId: server.id }, body: { nickname: 'Captain' } });
    await screen.until(({ lines }) => lines.join() === 'online 2,Captain,Owner', 'a nickname');
    const roleId = await buildRole(other, { server, permissions: [], members: [user], hoist: true });
    await screen.until(({ lines }) => lines.join() === `${roleId} 1,Captain,online 1,Owner`, 'a hoisted role');
    const { user: newcomer } = await buildMember(other, { server });
    await screen.until(({ lines }) => lines.includes(newcomer.me.displayName), 'somebody joined');
    await other.api.as(newcomer).call(leaveServer, { params: { serverId: server.id } });
    await screen.until(({ lines }) => !lines.includes(newcomer.me.displayName), 'somebody left');
    await screen.untilEquals(await other.connect(server.owner));
    await screen.untilEquals(await one.connect(server.owner));
  });

  it('tells nothing more to whom the other takes the sight of it', async () => {
    const { server, user } = await scene();
    const channel = await buildPrivateChannel(one, { server });
    await buildOverwrite(one, { channel, userId: user.id, allow: ['VIEW_CHANNEL'] });
    const guest = await one.connect(user);
    const screen = await MemberListScreen.open(guest, { serverId: server.id, channelId: channel.id });
    await screen.until(({ lines }) => lines.includes('Mara'), 'Mara may see it');
    await buildOverwrite(other, { channel, userId: user.id, deny: ['VIEW_CHANNEL'] });
    for (const deadline = Date.now() + 10_000; (await guest.emit('typing:start', { channelId: channel.id })).ok; await sleep(25))
      if (Date.now() > deadline) throw new Error('the revocation never came');
    const told = guest.all('member:list').length;
    await rename(other, server.owner, 'Another name');
    await sleep(1_000);
    expect(guest.all('member:list')).toHaveLength(told);
  });

  it('finds out what was lost with the broker', async () => {
    const { server, user, screen } = await scene();
    const { user: leaving } = await buildMember(one, { server });
    await screen.until(({ lines }) => lines.includes(leaving.me.displayName), 'somebody joined');
    await redis.stop();
    const guest = await other.connect(user);
    await rename(other, server.owner, 'Renamed owner');
    await other.api.as(leaving).call(leaveServer, { params: { serverId: server.id } });
    await redis.start();
    await screen.until(({ lines }) => lines.join() === 'online 2,Mara,Renamed owner', 'what happened meanwhile');
    await guest.emit('presence:update', { status: 'dnd' });
    await screen.until(({ rows }) => rows[0]?.status === 'dnd', 'what happens afterwards');
  }, 60_000);

  it('and presence among friends outlive a break of the broker', async () => {
    const { one: ada, other: ben } = await buildFriends(one);
    const watcher = await one.connect(ada);
    await redis.stop();
    await other.connect(ben);
    await redis.start();
    const isSeen = () => watcher.all('presence').some(({ userId, status }) => userId === ben.id && status === 'online');
    // A node that comes back says who is there with one of its next heartbeats at the latest.
    for (const deadline = Date.now() + 15_000; !isSeen(); await sleep(25)) if (Date.now() > deadline) throw new Error('Ben was never seen');
  }, 60_000);

  it('notices that the other one died', async () => {
    const { user, screen } = await scene();
    await other.connect(user);
    await screen.until(({ lines }) => lines.join() === 'online 2,Mara,Owner', 'Mara came');
    await other.close();
    await screen.until(({ lines }) => lines.join() === 'online 1,Owner,offline 1,Mara', 'Mara is gone');
    other = await startTestApp({ redisUrl: redis.url, beside: one, env: { LOG_LEVEL: 'silent' } });
  }, 60_000);
});
