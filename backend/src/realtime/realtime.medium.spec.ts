import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, deleteServer, leaveServer, limits, rateLimits } from '@hearth/contract';
import { io } from 'socket.io-client';
import { buildFriends } from '../../test/factories/conversations.js';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildUser, signIn } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import type { Bearer } from '../../test/api.js';
import { TestSocket } from '../../test/test-socket.js';
import { LocalSockets } from './local-sockets.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const roomsOf = (socket: TestSocket) => {
  const found = hearth
    .get(LocalSockets)
    .all()
    .find(({ id }) => id === socket.id);
  return [...(found?.rooms ?? [])].filter((room) => room.startsWith('server:') || room.startsWith('channel:')).toSorted();
};

async function eventually(holds: () => boolean): Promise<void> {
  const until = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > until) throw new Error('it never came true');
    await sleep(5);
  }
}

describe('the handshake', () => {
  it.each([
    ['no token', undefined],
    ['garbage', 'garbage'],
    ['a number', 7],
    ['a forged token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwic2lkIjoiMSJ9.'],
  ])('refuses %s as a problem', async (_, token) => {
    await expect(TestSocket.connect(hearth.url, token)).rejects.toMatchObject({ data: { code: 'UNAUTHENTICATED', status: 401 } });
  });

  it('refuses pages of another origin', async () => {
    const user = await buildUser(hearth);
    const socket = io(hearth.url, {
      auth: { token: user.accessToken },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { origin: 'http://evil.example.org' },
    });
    const outcome = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'));
      socket.once('connect_error', () => resolve('refused'));
    });
    socket.disconnect();
    expect(outcome).toBe('refused');
  });
});

describe('ready', () => {
  it('brings the user, their servers with visible channels, positions, presences and settings', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const owner = await hearth.connect(server.owner);
    const { ready } = await hearth.connect(user);
    expect(ready).toMatchObject({ user: user.me, sessionId: user.sessionId, settings: { theme: 'system' } });
    expect(ready.servers).toHaveLength(1);
    expect(ready.servers[0]).toMatchObject({
      id: server.id,
      memberCount: 2,
      me: { user: { id: user.id } },
      channels: [{ name: 'general', lastSeq: 0, version: 0 }],
    });
    expect(ready.servers[0]?.channels.map(({ id }) => id)).not.toContain(hidden.id);
    // Who else is in the server, its member list tells.
    expect(ready.presences.map(({ userId }) => userId)).toEqual([user.id]);
    expect(owner.ready.servers[0]?.channels).toHaveLength(2);
  });

  it('never carries a password or a token', async () => {
    const { user } = await buildMember(hearth);
    const text = JSON.stringify((await hearth.connect(user)).ready);
    expect(text).not.toMatch(/password|hash|argon2|token/i);
  });
});

describe('compression', () => {
  /** Frames as they came over the wire, each with the bit that says compressed, and the bytes of all of them. */
  async function frames(user: Bearer, act: () => Promise<unknown>): Promise<{ compressed: boolean[]; bytes: number; socket: TestSocket }> {
    const socket = await hearth.connect(user);
    const { _socket: tcp, _receiver: receiver } = (socket.socket.io.engine as unknown as { transport: { ws: WebSocketInside } }).transport
      .ws;
    const compressed: boolean[] = [];
    const getInfo = receiver.getInfo.bind(receiver);
    receiver.getInfo = (done) => {
      getInfo(done);
      compressed.push(receiver._compressed);
    };
    await act();
    return { compressed, bytes: tcp.bytesRead, socket };
  }
  interface WebSocketInside {
    _socket: { bytesRead: number };
    _receiver: { getInfo(done: unknown): void; _compressed: boolean };
  }

  it('is for what is large: `ready` of a thousand channels, and no broadcast', async () => {
    const { user, server } = await buildMember(hearth);
    const channels = Array.from({ length: 1_000 }, (_, index) => ({
      id: BigInt(server.id) + BigInt(index + 1_000),
      serverId: BigInt(server.id),
      type: 'TEXT' as const,
      name: `channel-${index}`,
      position: index + 1,
    }));
    await hearth.db.channel.createMany({ data: channels });
    const { bytes, compressed, socket } = await frames(user, async () => {
      const owner = await hearth.connect(server.owner);
      const content = 'x'.repeat(limits.content);
      for (let index = 0; index < 5; index += 1)
        await owner.emit('message:send', { channelId: server.general.id, content, nonce: randomUUID() });
    });
    expect(socket.ready.servers[0]?.channels).toHaveLength(1_001);
    expect(JSON.stringify(socket.ready).length).toBeGreaterThan(150_000);
    expect(bytes).toBeLessThan(60_000);
    await socket.next('message:new', ({ message }) => message.seq === 5);
    expect(compressed).not.toContain(true);
  });
});

describe('client events', () => {
  it('are acknowledged as a problem when they are unknown or malformed, and the socket stays', async () => {
    const socket = await hearth.connect(await buildUser(hearth));
    expect(await socket.send('no:such:event', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_EVENT' } });
    expect(await socket.send('constructor', {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_EVENT' } });
    for (const payload of [null, 7, 'text', [], { channelId: 7 }, { channelId: '1'.repeat(500) }, { channelId: { $ne: null } }]) {
      expect(await socket.send('typing:start', payload)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    }
    expect(await socket.send('typing:start')).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
    expect(socket.ended).toBeUndefined();
  });

  it('may come without a wish to be acknowledged', async () => {
    const { user, server } = await buildMember(hearth);
    const [socket, owner] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    socket.fire('typing:start', { channelId: server.general.id });
    socket.fire('typing:start');
    expect(await owner.next('typing')).toEqual({ channelId: server.general.id, userId: user.id, active: true });
  });

  it('name every field that is wrong', async () => {
    const socket = await hearth.connect(await buildUser(hearth));
    const answer = (await socket.send('message:send', { channelId: 'x', content: 5, nonce: 'y' })) as {
      error: { errors: { path: string }[] };
    };
    expect(answer.error.errors.map(({ path }) => path).toSorted()).toEqual(['payload.channelId', 'payload.content', 'payload.nonce']);
  });

  it('are refused beyond the size of a frame', async () => {
    const socket = await hearth.connect(await buildUser(hearth));
    socket.fire('typing:start', { channelId: 'x'.repeat(limits.frameBytes + 1) });
    await socket.untilEnded();
  });
});

describe('typing', () => {
  it('starts and stops for those who see the channel', async () => {
    const { user, server } = await buildMember(hearth);
    const [typist, reader] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    await typist.emit('typing:start', { channelId: server.general.id });
    await typist.emit('typing:stop', { channelId: server.general.id });
    await reader.settle();
    expect(reader.all('typing').map(({ active }) => active)).toEqual([true, false]);
  });

  it('is refused to strangers and where one may not write', async () => {
    const { user, server } = await buildMember(hearth);
    const readOnly = await buildChannel(hearth, { server });
    await buildOverwrite(hearth, { channel: readOnly, deny: ['SEND_MESSAGES'] });
    const [member, stranger] = [await hearth.connect(user), await hearth.connect(await buildUser(hearth))];
    expect(await member.emit('typing:start', { channelId: readOnly.id })).toMatchObject({ error: { code: 'MISSING_PERMISSION' } });
    expect(await stranger.emit('typing:start', { channelId: server.general.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('rooms', () => {
  it('are those of the own servers, and one more for each channel that is not for all', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const [member, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    expect(roomsOf(member)).toEqual([`server:${server.id}`]);
    expect(roomsOf(owner)).toEqual([`channel:${hidden.id}`, `server:${server.id}`]);
  });

  it('follow overwrites and roles at once', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    const member = await hearth.connect(user);
    const roleId = await buildRole(hearth, { server, permissions: [], members: [user] });
    await buildOverwrite(hearth, { channel: hidden, roleId, allow: ['VIEW_CHANNEL'] });
    expect(roomsOf(member)).toContain(`channel:${hidden.id}`);
    await buildOverwrite(hearth, { channel: hidden, roleId, deny: ['VIEW_CHANNEL'] });
    expect(roomsOf(member)).toEqual([`server:${server.id}`]);
  });

  it('follow joining, leaving and deletion at once', async () => {
    const { user, server } = await buildMember(hearth);
    const member = await hearth.connect(user);
    const own = await hearth.api.as(user).call(createServer, { body: { name: 'Mine' } });
    expect(roomsOf(member)).toEqual([`server:${server.id}`, `server:${own.id}`].toSorted());
    await hearth.api.as(user).call(leaveServer, { params: { serverId: server.id } });
    expect(roomsOf(member)).toEqual([`server:${own.id}`]);
    await hearth.api.as(user).call(deleteServer, { params: { serverId: own.id } });
    expect(roomsOf(member)).toEqual([]);
  });

  it('let nobody hear what was said after they left', async () => {
    const { user, server } = await buildMember(hearth);
    const [leaving, owner] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await hearth.api.as(user).call(leaveServer, { params: { serverId: server.id } });
    await owner.emit('message:send', { channelId: server.general.id, content: 'gone', nonce: randomUUID() });
    await leaving.settle();
    expect(leaving.names()).toEqual(['server:delete']);
  });
});

describe('presence', () => {
  it('adds up several devices and remembers when somebody was last seen', async () => {
    const { one: user, other: friend } = await buildFriends(hearth);
    const watcher = await hearth.connect(friend);
    const [desk, phone] = [await hearth.connect(user), await hearth.connect(await signIn(hearth, user))];
    const next = (status: string) => watcher.next('presence', (presence) => presence.userId === user.id && presence.status === status);
    await next('online');
    await desk.emit('presence:update', { active: false });
    await watcher.settle();
    expect(watcher.all('presence').at(-1)).toMatchObject({ status: 'online' });
    await phone.emit('presence:update', { active: false });
    await next('idle');
    await phone.emit('presence:update', { active: true });
    await next('online');
    desk.close();
    phone.close();
    expect((await next('offline')).lastSeenAt).not.toBeNull();
  });

  it('keeps a chosen status over connections, and hides who is invisible', async () => {
    const { one: user, other: friend } = await buildFriends(hearth);
    const socket = await hearth.connect(user);
    await socket.emit('presence:update', { status: 'invisible' });
    expect((await hearth.connect(friend)).ready.presences.map(({ userId }) => userId)).toEqual([friend.id]);
    const again = await hearth.connect(user);
    expect(again.ready.user.status).toBe('invisible');
    expect(await again.send('presence:update', { status: 'asleep' })).toMatchObject({ error: { code: 'VALIDATION' } });
  });

  it('says nothing of a page that is loaded again', async () => {
    const { one: user, other: friend } = await buildFriends(hearth);
    const watcher = await hearth.connect(friend);
    (await hearth.connect(user)).close();
    await hearth.connect(user);
    await sleep(2_500);
    await watcher.settle();
    expect(
      watcher
        .all('presence')
        .filter(({ userId }) => userId === user.id)
        .map(({ status }) => status),
    ).toEqual(['online']);
  });
});

describe('rate limits', () => {
  it('let a burst of sends pass and tell the rest how long to wait', async () => {
    const limited = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
    const { owner, general } = await buildServer(limited);
    const socket = await limited.connect(owner);
    const burst = rateLimits.send.burst + 20;
    const answers = await Promise.all(
      Array.from({ length: burst }, () => socket.emit('message:send', { channelId: general.id, content: 'hi', nonce: randomUUID() })),
    );
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(rateLimits.send.burst);
    expect(refused.length).toBeGreaterThan(0);
    for (const error of refused) expect(error).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(refused[0]?.retryAfter).toBeGreaterThan(0);
    await limited.close();
  });
});

describe('a slow client', () => {
  it('is let go when its frames pile up, and nobody else waits for it', async () => {
    const { user, server } = await buildMember(hearth);
    const [slow, quick] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const engine = slow.socket.io.engine as unknown as { transport: { ws: { _socket: { pause(): void; destroy(): void } } } };
    engine.transport.ws._socket.pause();
    const content = 'x'.repeat(limits.content);
    const sendMany = () =>
      Promise.all(
        Array.from({ length: 250 }, () => quick.emit('message:send', { channelId: server.general.id, content, nonce: randomUUID() })),
      );
    const isGone = () => hearth.get(LocalSockets).ofUser(user.id).length === 0;
    // The buffers of the system take the first megabytes.
    for (let round = 0; round < 32 && !isGone(); round += 1) expect((await sendMany()).every(({ ok }) => ok)).toBe(true);
    await eventually(isGone);
    expect(hearth.get(LocalSockets).ofUser(server.owner.id)).toHaveLength(1);
    engine.transport.ws._socket.destroy();
  }, 60_000);
});
