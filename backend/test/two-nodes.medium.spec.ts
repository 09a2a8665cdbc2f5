import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getUserPresence, leaveServer, listChanges, revokeSession, updateServer, type Message, type Ready } from '@hearth/contract';
import { RelationshipsService } from '../src/relationships/relationships.service.js';
import { buildMember, buildOverwrite, buildPrivateChannel, buildServer, type TestServer } from './factories/servers.js';
import { Uploader } from './factories/files.js';
import { buildUser, signIn, type TestUser } from './factories/users.js';
import { startTestApp, type TestApp } from './harness.js';
import { startRedis, type TestRedis } from './redis.js';
import type { TestSocket } from './test-socket.js';

/** Two nodes on one database and one Redis, with the members of a server spread over both. */
let redis: TestRedis;
let one: TestApp;
let other: TestApp;
let server: TestServer;
let users: TestUser[];

beforeAll(async () => {
  redis = await startRedis();
  one = await startTestApp({ redisUrl: redis.url, env: { LOG_LEVEL: 'silent' } });
  other = await startTestApp({ redisUrl: redis.url, beside: one, env: { LOG_LEVEL: 'silent', DATA_DIR: one.boot.config.dataDir } });
  server = await buildServer(one);
  users = [server.owner];
  for (let index = 0; index < 3; index += 1) users.push((await buildMember(index % 2 ? one : other, { server })).user);
  // Presence is for friends.
  for (const friend of users.slice(1)) {
    await one.get(RelationshipsService).request(server.owner, friend.id);
    await one.get(RelationshipsService).request(friend, server.owner.id);
  }
}, 60_000);

afterAll(async () => {
  await other.close();
  await one.close();
  await redis.stop();
}, 60_000);

const user = (index: number): TestUser => {
  const found = users[index];
  if (!found) throw new Error('no such user');
  return found;
};

async function eventually(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const until = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`never: ${what}`);
    await sleep(25);
  }
}

const send = async (socket: TestSocket, content: string, nonce = randomUUID()): Promise<Message> => {
  const answer = await socket.emit('message:send', { channelId: server.general.id, content, nonce });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
};

/** What a client does: everything after a version, page by page. */
async function catchUp(app: TestApp, who: TestUser, after: number): Promise<Message[]> {
  const answer = await app.api
    .as(who)
    .call(listChanges, { params: { channelId: server.general.id }, query: { after: String(after), limit: '100' } });
  if (!('messages' in answer)) throw new Error('reset');
  return answer.hasMore ? [...answer.messages, ...(await catchUp(app, who, answer.version))] : answer.messages;
}

describe('two nodes', () => {
  it('never use the same worker number', async () => {
    const leases = await one.db.workerLease.findMany();
    expect(leases).toHaveLength(2);
    expect(new Set(leases.map(({ holder }) => holder)).size).toBe(2);
  });

  it('bring messages to everybody, with one order of seqs and versions', async () => {
    const sockets = await Promise.all([one.connect(user(0)), other.connect(user(1)), one.connect(user(2)), other.connect(user(3))]);
    const sent = await Promise.all(
      sockets.flatMap((socket, sender) => Array.from({ length: 25 }, (_, index) => send(socket, `${sender}-${index}`))),
    );
    const all = sent.map(({ id }) => id).toSorted();
    expect(sent.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    for (const socket of sockets) {
      await eventually(() => socket.all('message:new').length === 100, 'all messages arrive');
      expect(
        socket
          .all('message:new')
          .map(({ message }) => message.id)
          .toSorted(),
      ).toEqual(all);
    }
    for (const socket of sockets) socket.close();
  });

  it('take a nonce that reaches both as one message', async () => {
    const [here, there] = [await one.connect(user(0)), await other.connect(user(0))];
    const nonce = randomUUID();
    const [first, second] = await Promise.all([send(here, 'once', nonce), send(there, 'once', nonce)]);
    expect(first).toEqual(second);
    for (const socket of [here, there]) socket.close();
  });

  it('know who is connected to the other, and hear of changes', async () => {
    const [watcher, guest] = [await one.connect(user(0)), await other.connect(user(1))];
    const presence = async () => (await one.api.as(user(0)).call(getUserPresence, { params: { userId: user(1).id } })).status;
    expect(await presence()).toBe('online');
    await guest.emit('presence:update', { status: 'dnd' });
    await watcher.next('presence', ({ userId, status }) => userId === user(1).id && status === 'dnd');
    expect(await presence()).toBe('dnd');
    guest.close();
    const gone = await watcher.next('presence', ({ userId, status }) => userId === user(1).id && status === 'offline');
    expect(gone.lastSeenAt).not.toBeNull();
    watcher.close();
  });

  it('take access away on the other at once', async () => {
    const hidden = await buildPrivateChannel(one, { server });
    await buildOverwrite(one, { channel: hidden, userId: user(1).id, allow: ['VIEW_CHANNEL'] });
    const [guest, owner] = [await other.connect(user(1)), await one.connect(user(0))];
    const sendHidden = (content: string) => owner.emit('message:send', { channelId: hidden.id, content, nonce: randomUUID() });
    await sendHidden('for your eyes');
    await guest.next('message:new', ({ channelId }) => channelId === hidden.id);
    await buildOverwrite(one, { channel: hidden, userId: user(1).id, deny: ['VIEW_CHANNEL'] });
    await eventually(async () => !(await guest.emit('typing:start', { channelId: hidden.id })).ok, 'the other node refuses');
    await sendHidden('not any more');
    await send(owner, 'a mark behind it');
    await guest.next('message:new', ({ message }) => message.content === 'a mark behind it');
    expect(guest.all('message:new').map(({ message }) => message.content)).not.toContain('not any more');
    for (const socket of [guest, owner]) socket.close();
  });

  it('show somebody again who was last seen on the other', async () => {
    const watcher = await one.connect(user(0));
    const next = (status: string) => watcher.next('presence', (presence) => presence.userId === user(3).id && presence.status === status);
    const here = await one.connect(user(3));
    await next('online');
    const there = await other.connect(user(3));
    here.close();
    // Longer than the pause that a page may take to load again.
    await sleep(2_500);
    there.close();
    await next('offline');
    const back = await one.connect(user(3));
    await watcher.settle();
    expect(watcher.all('presence').findLast(({ userId }) => userId === user(3).id)).toMatchObject({ status: 'online' });
    for (const socket of [back, watcher]) socket.close();
  }, 30_000);

  it('let one go on with an upload that the other still listens to', async () => {
    const [here, there] = [one, other].map((node) => new Uploader(node, user(1)));
    const id = await here!.start(server.general.id, 10);
    const open = here!.open(id, 0, 10);
    await open.bring('first');
    const lease = async () => (await one.db.file.findUniqueOrThrow({ where: { id: BigInt(id) } })).lease;
    while ((await lease()) === null) await sleep(10);
    // What is there is known once the one has let go of it.
    const offset = await there!.offset(id);
    expect((await there!.append(id, offset, 'first last'.slice(offset))).status).toBe(204);
    expect(await here!.offset(id)).toBe(10);
    open.cut();
  });

  it('end the sockets of a session that the other one revokes, and refuse its token', async () => {
    const phone = await signIn(one, user(2));
    const socket = await other.connect(phone);
    await one.api.as(user(2)).call(revokeSession, { params: { sessionId: phone.sessionId } });
    expect(await socket.next('session:revoked')).toEqual({ sessionId: phone.sessionId });
    await socket.untilEnded();
    await expect(other.connect(phone)).rejects.toMatchObject({ data: { code: 'SESSION_ENDED' } });
  });

  it('take somebody who leaves on one out of the rooms of the other', async () => {
    const { user: leaving } = await buildMember(one, { server });
    const socket = await other.connect(leaving);
    await one.api.as(leaving).call(leaveServer, { params: { serverId: server.id } });
    await socket.next('server:delete');
    const owner = await one.connect(user(0));
    await eventually(async () => !(await socket.emit('typing:start', { channelId: server.general.id })).ok, 'the other node refuses');
    await send(owner, 'among ourselves');
    await socket.settle();
    expect(socket.all('message:new')).toEqual([]);
    for (const each of [socket, owner]) each.close();
  });
});

describe('two nodes that lose Redis', () => {
  it('lose no message: what the broker dropped is found by versions after it is back', async () => {
    const sockets = await Promise.all([one.connect(user(0)), other.connect(user(1))]);
    const [here, there] = sockets;
    const { version: before } = await send(here, 'before the break');
    await there.next('message:new', ({ message }) => message.content === 'before the break');

    await redis.stop();
    const during = await Promise.all([...Array(20).keys()].map((index) => send(index % 2 ? here : there, `during ${index}`)));
    expect(during).toHaveLength(20);
    await redis.start();

    // Each node says by itself, without a further message, how far the channel is.
    const last = Math.max(...during.map(({ version }) => version));
    for (const socket of sockets) {
      await socket.next('channel:versions', ({ channels }) =>
        channels.some(({ channelId, version }) => channelId === server.general.id && version >= last),
      );
    }
    for (const [app, who] of [
      [one, user(0)],
      [other, user(1)],
    ] as const) {
      const caught = await catchUp(app, who, before);
      expect(caught.map(({ id }) => id).toSorted()).toEqual(during.map(({ id }) => id).toSorted());
    }

    // And from then on events cross again.
    await eventually(async () => {
      const { id } = await send(here, 'after the break');
      await sleep(100);
      return there.all('message:new').some(({ message }) => message.id === id);
    }, 'events cross again');
    for (const socket of sockets) socket.close();
  }, 60_000);

  it('place sockets anew: a revocation that was lost leaves nobody listening', async () => {
    const hidden = await buildPrivateChannel(one, { server });
    await buildOverwrite(one, { channel: hidden, userId: user(3).id, allow: ['VIEW_CHANNEL'] });
    const [guest, owner] = [await other.connect(user(3)), await one.connect(user(0))];
    await redis.stop();
    await buildOverwrite(one, { channel: hidden, userId: user(3).id, deny: ['VIEW_CHANNEL'] });
    await redis.restart();
    await guest.next('channel:versions');
    await eventually(async () => !(await guest.emit('typing:start', { channelId: hidden.id })).ok, 'the other node refuses');
    await owner.emit('message:send', { channelId: hidden.id, content: 'not for the guest', nonce: randomUUID() });
    await eventually(async () => {
      const { id } = await send(owner, 'crosses');
      await sleep(100);
      return guest.all('message:new').some(({ message }) => message.id === id);
    }, 'events cross again');
    expect(guest.all('message:new').map(({ message }) => message.content)).not.toContain('not for the guest');
    for (const socket of [guest, owner]) socket.close();
  }, 60_000);

  it('tell anew what has no version: a name that was lost is in the next snapshot', async () => {
    const device = await other.connect(user(1));
    await redis.stop();
    const name = `Renamed ${randomUUID()}`;
    await one.api.as(server.owner).call(updateServer, { params: { serverId: server.id }, body: { name } });
    await redis.start();
    const nameIn = ({ servers }: Ready) => servers.find(({ id }) => id === server.id)?.name;
    await eventually(() => device.all('ready').some((ready) => nameIn(ready) === name), 'a snapshot with the new name');
  });

  it('end the sockets of a session whose end was lost', async () => {
    const phone = await signIn(one, user(2));
    const socket = await other.connect(phone);
    await redis.stop();
    // What the other node would do that nobody hears of.
    await one.db.session.delete({ where: { id: BigInt(phone.sessionId) } });
    await redis.start();
    expect(await socket.next('session:revoked')).toEqual({ sessionId: phone.sessionId });
    await socket.untilEnded();
  }, 30_000);

  it('let in on one who registered on the other', async () => {
    const newcomer = await buildUser(other);
    const socket = await one.connect(newcomer);
    expect(socket.ready.user.id).toBe(newcomer.id);
    socket.close();
  });
});
