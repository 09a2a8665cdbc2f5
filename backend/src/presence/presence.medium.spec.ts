import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addRecipient,
  createMessage,
  getUserPresence,
  openConversation,
  removeRelationship,
  setRelationship,
  updateMe,
} from '@hearth/contract';
import { io } from 'socket.io-client';
import { buildDm, buildFriends } from '../../test/factories/conversations.js';
import { buildMember } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import type { TestSocket } from '../../test/test-socket.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import { LocalSockets } from '../realtime/local-sockets.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

/** How long somebody may be away unnoticed, and a little more. */
const GRACE = 2_500;

const presenceOf = (user: TestUser, asked: TestUser) => hearth.api.as(asked).call(getUserPresence, { params: { userId: user.id } });

const say = (user: TestUser, statusText: string, statusExpiresAt: string | null = null) =>
  hearth.api.as(user).call(updateMe, { body: { statusText, statusExpiresAt } });

const write = (user: TestUser, channelId: string) =>
  hearth.api.as(user).call(createMessage, { params: { channelId }, body: { content: 'Hello', nonce: crypto.randomUUID() } });

const beInvisible = ({ id }: TestUser) => hearth.db.user.update({ where: { id: BigInt(id) }, data: { status: 'invisible' } });

const heardOf = (watcher: TestSocket, { id }: TestUser) => watcher.all('presence').filter(({ userId }) => userId === id);

/** Connects and leaves before the server has opened the connection. */
async function lookIn(user: TestUser): Promise<void> {
  const socket = io(hearth.url, { auth: { token: user.accessToken }, transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  socket.disconnect();
}

describe('a socket that leaves while it is being opened', () => {
  it('leaves nobody online and no room behind', async () => {
    const { user, server } = await buildMember(hearth);
    for (let round = 0; round < 10; round += 1) await lookIn(user);
    await sleep(GRACE);
    expect(await presenceOf(user, server.owner)).toMatchObject({ status: 'offline' });
    expect(hearth.get(LocalSockets).serverIds()).not.toContain(server.id);
  });
});

describe('whoever comes and goes', () => {
  it('is seen by friends and in conversations, and by nobody else of their servers', async () => {
    const { one, other } = await buildFriends(hearth);
    const { user, server } = await buildMember(hearth);
    await buildMember(hearth, { server, user: one });
    const [friend, neighbour] = [await hearth.connect(other), await hearth.connect(user)];
    const socket = await hearth.connect(one);
    await friend.next('presence', ({ userId, status }) => userId === one.id && status === 'online');
    await socket.emit('presence:update', { active: false });
    await friend.next('presence', ({ userId, status }) => userId === one.id && status === 'idle');
    await neighbour.settle();
    expect(heardOf(neighbour, one)).toEqual([]);
    expect(socket.ready.presences.map(({ userId }) => userId).toSorted()).toEqual([one.id, other.id].toSorted());
    expect(neighbour.ready.presences.map(({ userId }) => userId)).toEqual([user.id]);
  });

  it('is introduced to a new friend, and gone for one who is no friend any more', async () => {
    const { user: one, server } = await buildMember(hearth);
    const { user: other } = await buildMember(hearth, { server });
    const [here, there] = [await hearth.connect(one), await hearth.connect(other)];
    await hearth.api.as(one).call(setRelationship, { params: { userId: other.id }, body: { type: 'FRIEND' } });
    await hearth.api.as(other).call(setRelationship, { params: { userId: one.id }, body: { type: 'FRIEND' } });
    await here.next('presence', ({ userId, status }) => userId === other.id && status === 'online');
    await there.next('presence', ({ userId, status }) => userId === one.id && status === 'online');
    await hearth.api.as(one).call(removeRelationship, { params: { userId: other.id }, query: {} });
    await here.next('presence', ({ userId, status }) => userId === other.id && status === 'offline');
    const gone = await there.next('presence', ({ userId, status }) => userId === one.id && status === 'offline');
    // Nothing about when they were here.
    expect(gone.lastSeenAt).toBeNull();
  });

  it('is introduced by the first message of a conversation, and gone after a block', async () => {
    const { user: one, server } = await buildMember(hearth);
    const { user: other } = await buildMember(hearth, { server });
    const [here, there] = [await hearth.connect(one), await hearth.connect(other)];
    const { channel } = await hearth.get(ConversationsService).openDm(one, other.id);
    await Promise.all([here.settle(), there.settle()]);
    expect([heardOf(here, other), heardOf(there, one)]).toEqual([[], []]);
    await write(one, channel.id);
    await here.next('presence', ({ userId, status }) => userId === other.id && status === 'online');
    await there.next('presence', ({ userId, status }) => userId === one.id && status === 'online');
    await hearth.api.as(one).call(setRelationship, { params: { userId: other.id }, body: { type: 'BLOCKED' } });
    await there.next('presence', ({ userId, status }) => userId === one.id && status === 'offline');
    await here.next('presence', ({ userId, status }) => userId === other.id && status === 'offline');
    expect((await hearth.connect(other)).ready.presences.map(({ userId }) => userId)).toEqual([other.id]);
  });

  it('is introduced by a group, but for those of whom one blocks the other', async () => {
    const { one: host, other: blocker } = await buildFriends(hearth);
    const { other: blocked } = await buildFriends(hearth, { one: host });
    await hearth.db.relationship.create({ data: { userId: BigInt(blocker.id), otherId: BigInt(blocked.id), type: 'BLOCKED' } });
    const [here, there] = [await hearth.connect(blocker), await hearth.connect(blocked)];
    const { channel } = await hearth.api.as(host).call(openConversation, { body: { userIds: [blocker.id] } });
    await hearth.api.as(host).call(addRecipient, { params: { channelId: channel.id, userId: blocked.id } });
    await Promise.all([here.settle(), there.settle()]);
    expect([heardOf(here, blocked), heardOf(there, blocker)]).toEqual([[], []]);
  });
});

describe('GET /users/:userId/presence', () => {
  it('answers those who share a server, a friendship or a conversation', async () => {
    const { user, server } = await buildMember(hearth);
    await hearth.connect(user);
    const { one, other } = await buildFriends(hearth);
    expect(await presenceOf(user, server.owner)).toMatchObject({ status: 'online', lastSeenAt: null });
    expect(await presenceOf(user, user)).toMatchObject({ status: 'online' });
    await hearth.db.member.deleteMany({ where: { userId: BigInt(one.id) } });
    expect(await presenceOf(other, one)).toMatchObject({ userId: other.id, status: 'offline' });
    const { id, users } = await buildDm(hearth);
    const [begun, asked] = users as [TestUser, TestUser];
    await write(begun, id);
    await hearth.db.member.deleteMany({ where: { userId: BigInt(begun.id) } });
    await hearth.db.relationship.deleteMany({ where: { OR: [{ userId: BigInt(begun.id) }, { otherId: BigInt(begun.id) }] } });
    expect(await presenceOf(asked, begun)).toMatchObject({ userId: asked.id });
  });

  it('is NOT_FOUND for strangers, and for somebody who only asked to be friends', async () => {
    const [one, other] = [await buildUser(hearth), await buildUser(hearth)];
    await expect(presenceOf(other, one)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const data = { userId: BigInt(one.id), otherId: BigInt(other.id) };
    await hearth.db.relationship.create({ data: { ...data, type: 'OUTGOING' } });
    await expect(presenceOf(other, one)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await hearth.api.as(one).send('get', '/users/nobody/presence')).status).toBe(400);
  });
});

describe('what somebody says of themselves', () => {
  it('is seen while they are here and until it ends', async () => {
    const { one, other } = await buildFriends(hearth);
    const watcher = await hearth.connect(other);
    const socket = await hearth.connect(one);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await say(one, 'Away from the keyboard', until);
    await watcher.next('presence', ({ userId, text, textExpiresAt }) => userId === one.id && text !== '' && textExpiresAt === until);
    expect(await presenceOf(one, other)).toMatchObject({ status: 'online', text: 'Away from the keyboard', textExpiresAt: until });
    await hearth.db.user.update({ where: { id: BigInt(one.id) }, data: { statusExpiresAt: new Date(Date.now() - 1) } });
    expect(await presenceOf(one, other)).toMatchObject({ status: 'online', text: '', textExpiresAt: null });
    await say(one, 'Back');
    await watcher.next('presence', ({ userId, text }) => userId === one.id && text === 'Back');
    socket.close();
    const gone = await watcher.next('presence', ({ userId, status }) => userId === one.id && status === 'offline');
    expect(gone).toMatchObject({ text: '', textExpiresAt: null });
  });

  it('does not give away who is invisible or was here', async () => {
    const { one, other } = await buildFriends(hearth);
    await beInvisible(one);
    const watcher = await hearth.connect(other);
    await hearth.connect(one);
    await say(one, 'Nobody sees this');
    await watcher.settle();
    expect(heardOf(watcher, one)).toEqual([]);
    expect(await presenceOf(one, other)).toMatchObject({ status: 'offline', lastSeenAt: null, text: '' });
    const { one: away, other: friend } = await buildFriends(hearth);
    await say(away, 'Nobody sees this either');
    expect(await presenceOf(away, friend)).toMatchObject({ status: 'offline', lastSeenAt: null, text: '' });
  });
});

describe('somebody invisible', () => {
  it('comes and goes without a word to the others', async () => {
    const { one, other } = await buildFriends(hearth);
    await beInvisible(one);
    const watcher = await hearth.connect(other);
    const socket = await hearth.connect(one);
    await socket.emit('presence:update', { active: false });
    socket.close();
    await sleep(GRACE);
    await watcher.settle();
    expect(heardOf(watcher, one)).toEqual([]);
    expect(await presenceOf(one, other)).toMatchObject({ status: 'offline', lastSeenAt: null });
  });

  it('is seen as soon as they choose to be, and seen to leave', async () => {
    const { one, other } = await buildFriends(hearth);
    await beInvisible(one);
    const watcher = await hearth.connect(other);
    const socket = await hearth.connect(one);
    await socket.emit('presence:update', { status: 'online' });
    await watcher.next('presence', ({ userId, status }) => userId === one.id && status === 'online');
    await socket.emit('presence:update', { status: 'invisible' });
    const { lastSeenAt } = await watcher.next('presence', ({ userId, status }) => userId === one.id && status === 'offline');
    expect(lastSeenAt).not.toBeNull();
  });
});
