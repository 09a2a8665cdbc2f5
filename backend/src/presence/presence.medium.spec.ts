import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getUserPresence } from '@hearth/contract';
import { io } from 'socket.io-client';
import { buildMember } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { LocalSockets } from '../realtime/local-sockets.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const presenceOf = (user: TestUser, asked: TestUser) => hearth.api.as(asked).call(getUserPresence, { params: { userId: user.id } });

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
    await sleep(2_500);
    expect(await presenceOf(user, server.owner)).toMatchObject({ status: 'offline' });
    expect(hearth.get(LocalSockets).serverIds()).not.toContain(server.id);
  });
});

describe('somebody invisible', () => {
  it('comes and goes without a word to the others', async () => {
    const { user, server } = await buildMember(hearth);
    await hearth.db.user.update({ where: { id: BigInt(user.id) }, data: { status: 'invisible' } });
    const watcher = await hearth.connect(server.owner);
    const socket = await hearth.connect(user);
    await socket.emit('presence:update', { active: false });
    socket.close();
    await sleep(2_500);
    await watcher.settle();
    expect(watcher.all('presence').filter(({ userId }) => userId === user.id)).toEqual([]);
    expect(await presenceOf(user, server.owner)).toMatchObject({ status: 'offline', lastSeenAt: null });
  });

  it('is seen as soon as they choose to be, and seen to leave', async () => {
    const { user, server } = await buildMember(hearth);
    await hearth.db.user.update({ where: { id: BigInt(user.id) }, data: { status: 'invisible' } });
    const watcher = await hearth.connect(server.owner);
    const socket = await hearth.connect(user);
    await socket.emit('presence:update', { status: 'online' });
    await watcher.next('presence', ({ userId, status }) => userId === user.id && status === 'online');
    await socket.emit('presence:update', { status: 'invisible' });
    const { lastSeenAt } = await watcher.next('presence', ({ userId, status }) => userId === user.id && status === 'offline');
    expect(lastSeenAt).not.toBeNull();
  });
});
