import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  createThread,
  deleteChannel,
  getChannel,
  joinThread,
  leaveThread,
  limits,
  listMessages,
  listThreadMembers,
  listThreads,
  type Channel,
  type Input,
  type Request,
} from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildMessage, buildThread } from '../../test/factories/threads.js';
import { buildUser, signIn, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { ThreadKeeping } from './thread-keeping.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

type Beginning = Omit<Request<typeof createThread>['body'], 'name'> & { name?: string };

const begin = (caller: TestUser, channelId: string, body: Beginning) =>
  hearth.api.as(caller).call(createThread, { params: { channelId }, body: { name: 'Thread', ...body } });
const withFirst = (content = 'first') => ({ content, nonce: crypto.randomUUID() });
const list = async (caller: TestUser, channelId: string, query: Request<typeof listThreads>['query'] = {}) =>
  hearth.api.as(caller).call(listThreads, { params: { channelId }, query });
const namesOf = async (caller: TestUser, channelId: string, query: Request<typeof listThreads>['query'] = {}) =>
  (await list(caller, channelId, query)).threads.map(({ channel }) => channel.name);
const join = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(joinThread, { params: { channelId } });
const leave = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(leaveThread, { params: { channelId } });
const send = (caller: TestUser, channelId: string, content = 'words') =>
  hearth.api.as(caller).call(createMessage, { params: { channelId }, body: { content, nonce: crypto.randomUUID() } });
const messagesOf = async (caller: TestUser, channelId: string) =>
  (await hearth.api.as(caller).call(listMessages, { params: { channelId }, query: {} })).messages;
const get = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(getChannel, { params: { channelId } });
const makeIdle = (thread: Channel, minutes: number) =>
  hearth.db.channel.update({
    where: { id: BigInt(thread.id) },
    data: { createdAt: new Date(Date.now() - minutes * 60_000), lastMessageAt: new Date(Date.now() - minutes * 60_000) },
  });
const archiveIdle = () => hearth.get(ThreadKeeping).archiveIdle();
const joinedIds = async (user: TestUser) => (await hearth.connect(user)).ready.threads.map(({ id }) => id);

describe('a thread of its own', () => {
  it('begins with a message, and everybody who sees its channel hears of it', async () => {
    const { user, server } = await buildMember(hearth);
    const [mine, theirs] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const thread = await begin(user, server.general.id, { name: ' Ideas ', autoArchive: 60, ...withFirst('What about it?') });
    expect(thread).toMatchObject({
      type: 'THREAD',
      name: 'Ideas',
      parentId: server.general.id,
      serverId: server.id,
      lastSeq: 1,
      slowmode: 0,
      overwrites: [],
      thread: { ownerId: user.id, archivedAt: null, autoArchive: 60, locked: false, tagIds: [], pinnedAt: null },
    });
    expect(await theirs.next('channel:create')).toEqual(thread);
    expect(await mine.next('channel:join')).toEqual({
      channel: thread,
      readState: { channelId: thread.id, lastReadSeq: 1, lastDeliveredSeq: 1, markedUnreadSeq: null },
    });
    expect(await messagesOf(server.owner, thread.id)).toMatchObject([{ seq: 1, content: 'What about it?' }]);
    await theirs.settle();
    expect(theirs.names()).not.toContain('channel:join');
  });

  it('leaves a notice in its channel, with the id of the thread', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await begin(user, server.general.id, withFirst());
    expect(await messagesOf(user, server.general.id)).toMatchObject([
      { id: thread.id, type: 'THREAD_CREATED', author: { id: user.id }, details: { threadId: thread.id, threadName: 'Thread' } },
    ]);
  });

  it('is one thread however often the same is sent, also at once', async () => {
    const { user, server } = await buildMember(hearth);
    const body = withFirst();
    const [first, second] = await Promise.all([begin(user, server.general.id, body), begin(user, server.general.id, body)]);
    const third = await begin(user, server.general.id, body);
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect(await namesOf(user, server.general.id)).toHaveLength(1);
    expect(await messagesOf(user, server.general.id)).toHaveLength(1);
    for (const other of [{ ...body, content: 'other' }]) {
      await expect(begin(user, server.general.id, other)).rejects.toMatchObject({ code: 'NONCE_REUSED' });
    }
    const elsewhere = await buildChannel(hearth, { server });
    await expect(begin(user, elsewhere.id, body)).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('is not there when its first message is refused', async () => {
    const { user, server } = await buildMember(hearth);
    await buildOverwrite(hearth, { channel: server.general, deny: ['SEND_MESSAGES_IN_THREADS'] });
    const device = await hearth.connect(server.owner);
    await expect(begin(user, server.general.id, withFirst())).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await namesOf(user, server.general.id)).toEqual([]);
    await device.settle();
    expect(device.names()).toEqual([]);
  });

  it('goes on from where a crash broke it off', async () => {
    const { user, server } = await buildMember(hearth);
    const body = withFirst();
    const thread = await begin(user, server.general.id, body);
    await hearth.db.message.delete({ where: { id: BigInt(thread.id) } });
    const again = await begin(user, server.general.id, body);
    expect(again.id).toBe(thread.id);
    expect(await messagesOf(user, server.general.id)).toMatchObject([{ id: thread.id, type: 'THREAD_CREATED' }]);
  });

  it('takes over the slow mode of its channel and what it says of archiving', async () => {
    const { user, server } = await buildMember(hearth);
    const slow = await buildChannel(hearth, { server, slowmode: 30 });
    await hearth.db.channel.update({ where: { id: BigInt(slow.id) }, data: { autoArchive: 1_440 } });
    const thread = await begin(user, slow.id, withFirst());
    expect(thread).toMatchObject({ slowmode: 30, thread: { autoArchive: 1_440 } });
    await expect(begin(user, slow.id, withFirst())).rejects.toMatchObject({ code: 'SLOWMODE', status: 429 });
  });

  it.each<[string, object]>([
    ['name', { name: '', ...withFirst() }],
    ['name', withFirst()],
    ['content', { name: 'x' }],
    ['content', { name: 'x', content: '', nonce: crypto.randomUUID() }],
    ['nonce', { name: 'x', content: 'x' }],
    ['autoArchive', { name: 'x', autoArchive: 61, ...withFirst() }],
    ['tagIds', { name: 'x', tagIds: ['1'], ...withFirst() }],
    ['messageId', { name: 'x', messageId: 'x' }],
  ])('refuses a wrong %s: %j', async (field, body) => {
    const { general, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('post', `/channels/${general.id}/threads`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION', errors: [{ path: `body.${field}` }] });
  });

  it('begins in channels for text and forums alone', async () => {
    const server = await buildServer(hearth);
    for (const type of ['VOICE', 'CATEGORY'] as const) {
      const channel = await buildChannel(hearth, { server, type });
      await expect(begin(server.owner, channel.id, withFirst())).rejects.toMatchObject({ code: 'VALIDATION' });
      await expect(list(server.owner, channel.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    }
  });

  it('does not begin beyond the limit of active ones, which archived ones do not count to', async () => {
    const server = await buildServer(hearth);
    const rows = Array.from({ length: limits.activeThreads }, (_, index) => ({
      id: BigInt(server.id) + BigInt(index + 1_000),
      serverId: BigInt(server.id),
      type: 'THREAD' as const,
      name: 'x',
      position: 0,
      parentId: BigInt(server.general.id),
      ownerId: BigInt(server.owner.id),
      lastSeq: 1,
    }));
    await hearth.db.channel.createMany({ data: rows });
    await expect(begin(server.owner, server.general.id, withFirst())).rejects.toMatchObject({ code: 'LIMIT_REACHED', status: 409 });
    const [oldest, second] = rows.slice(0, 2).map(({ id }) => id);
    await hearth.db.channel.update({ where: { id: oldest ?? 0n }, data: { archivedAt: new Date() } });
    expect((await begin(server.owner, server.general.id, withFirst())).name).toBe('Thread');
    // What somebody writes is never refused for it: what slept longest sleeps again instead.
    await hearth.db.channel.update({ where: { id: second ?? 0n }, data: { createdAt: new Date(0) } });
    const device = await hearth.connect(server.owner);
    await send(server.owner, (oldest ?? 0n).toString());
    const told = await device.next('channel:update', ({ id }) => id === second?.toString());
    expect(told.thread?.archivedAt).not.toBeNull();
    expect(await hearth.db.channel.count({ where: { serverId: BigInt(server.id), type: 'THREAD', archivedAt: null } })).toBe(
      limits.activeThreads,
    );
  });
});

describe('a thread from a message', () => {
  it('has the id of the message, and leaves no notice', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await buildMessage(hearth, { author: server.owner, channelId: server.general.id });
    const device = await hearth.connect(server.owner);
    const thread = await begin(user, server.general.id, { messageId: message.id });
    expect(thread).toMatchObject({ id: message.id, lastSeq: 0, thread: { ownerId: user.id } });
    expect(await device.next('channel:create')).toEqual(thread);
    expect(await messagesOf(user, server.general.id)).toHaveLength(1);
    expect(await joinedIds(user)).toEqual([thread.id]);
  });

  it('is the one that is there when somebody asks again, and takes what they write', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await buildMessage(hearth, { author: server.owner, channelId: server.general.id });
    const [first, second] = await Promise.all([
      begin(user, server.general.id, { messageId: message.id, name: 'One' }),
      begin(server.owner, server.general.id, { messageId: message.id, name: 'Other', ...withFirst('Mine') }),
    ]);
    expect([first.id, second.id]).toEqual([message.id, message.id]);
    expect(await messagesOf(user, message.id)).toMatchObject([{ content: 'Mine' }]);
  });

  it('begins at a message of this channel that is there', async () => {
    const { user, server } = await buildMember(hearth);
    const elsewhere = await buildMessage(hearth, { author: server.owner, channelId: (await buildChannel(hearth, { server })).id });
    const refused = begin(user, server.general.id, { messageId: elsewhere.id });
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.messageId' }] });
    await expect(begin(user, server.general.id, { messageId: '1' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const deleted = await buildMessage(hearth, { author: user, channelId: server.general.id });
    await hearth.api.as(user).send('delete', `/messages/${deleted.id}`);
    await expect(begin(user, server.general.id, { messageId: deleted.id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('writing in a thread', () => {
  it('brings the author in, with nothing unread', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    await send(server.owner, thread.id);
    const device = await hearth.connect(user);
    expect(device.ready.threads).toEqual([]);
    await send(user, thread.id, 'me too');
    expect(await device.next('channel:join')).toMatchObject({
      channel: { id: thread.id, lastSeq: 3 },
      readState: { channelId: thread.id, lastReadSeq: 3, lastDeliveredSeq: 3 },
    });
    expect(await device.next('message:new')).toMatchObject({ channelId: thread.id, message: { content: 'me too' } });
    const later = await hearth.connect(user);
    expect(later.ready.threads.map(({ id }) => id)).toEqual([thread.id]);
    expect(later.ready.readStates).toContainEqual({ channelId: thread.id, lastReadSeq: 3, lastDeliveredSeq: 3, markedUnreadSeq: null });
    await send(user, thread.id);
    await device.settle();
    expect(device.all('channel:join')).toHaveLength(1);
  });

  it('takes it out of the archive, and everybody in it has it again', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    await makeIdle(thread, 5_000);
    await archiveIdle();
    expect(await joinedIds(user)).toEqual([]);
    const [mine, theirs] = [await hearth.connect(user), await hearth.connect(server.owner)];
    await send(server.owner, thread.id, 'still here?');
    expect((await mine.next('channel:update')).thread?.archivedAt).toBeNull();
    expect(await mine.next('channel:join')).toMatchObject({ channel: { id: thread.id }, readState: { lastReadSeq: 1 } });
    expect(await theirs.next('channel:join')).toMatchObject({ channel: { id: thread.id }, readState: { lastReadSeq: 2 } });
    expect(await joinedIds(user)).toEqual([thread.id]);
  });

  it('leaves it in the archive when it is locked', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const change = (body: object) => hearth.api.as(server.owner).send('patch', `/channels/${thread.id}`, body);
    await change({ locked: true, archived: true });
    await expect(send(user, thread.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await send(server.owner, thread.id);
    expect((await get(user, thread.id)).thread?.archivedAt).not.toBeNull();
  });

  it('follows the rights in its channel', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    await buildOverwrite(hearth, { channel: server.general, deny: ['SEND_MESSAGES'] });
    await send(user, thread.id);
    await buildOverwrite(hearth, { channel: server.general, deny: ['VIEW_CHANNEL'] });
    await expect(send(user, thread.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(user, thread.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await joinedIds(user)).toEqual([]);
  });
});

describe('joining and leaving', () => {
  it('begins at what has been posted, and ends on every device', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    const device = await hearth.connect(await signIn(hearth, user));
    await join(user, thread.id);
    expect(await device.next('channel:join')).toMatchObject({ channel: { id: thread.id }, readState: { lastReadSeq: 1 } });
    await join(user, thread.id);
    expect((await list(user, server.general.id)).threads).toMatchObject([{ joined: true }]);
    await leave(user, thread.id);
    expect(await device.next('channel:leave')).toEqual({ channelId: thread.id });
    await leave(user, thread.id);
    expect(await joinedIds(user)).toEqual([]);
    expect((await hearth.connect(user)).ready.readStates.map(({ channelId }) => channelId)).not.toContain(thread.id);
    await device.settle();
    expect(device.names()).toEqual(['channel:join', 'channel:receipts', 'channel:leave']);
  });

  it('is for threads alone', async () => {
    const { general, owner } = await buildServer(hearth);
    for (const act of [join, leave]) await expect(act(owner, general.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(join(await buildUser(hearth), general.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('shows who is in it, page by page, without those who left the server', async () => {
    const server = await buildServer(hearth);
    const thread = await buildThread(hearth, { owner: server.owner, parent: server.general });
    const members = [await buildMember(hearth, { server }), await buildMember(hearth, { server }), await buildMember(hearth, { server })];
    for (const { user } of members) await join(user, thread.id);
    await hearth.api.as(members[1]?.user ?? server.owner).send('delete', `/servers/${server.id}/members/me`);
    const page = (cursor?: string) =>
      hearth.api
        .as(server.owner)
        .call(listThreadMembers, { params: { channelId: thread.id }, query: { limit: '2', ...(cursor && { cursor }) } });
    const first = await page();
    const second = await page(first.nextCursor ?? undefined);
    expect([...first.members, ...second.members].map(({ user }) => user.id)).toEqual(
      [server.owner.id, members[0]?.user.id, members[2]?.user.id].toSorted((one, other) => Number(BigInt(one ?? 0) - BigInt(other ?? 0))),
    );
    expect(second.nextCursor).toBeNull();
  });

  it('shows nobody who does not see it any more', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    await join(server.owner, thread.id);
    await buildOverwrite(hearth, { channel: server.general, userId: user.id, deny: ['VIEW_CHANNEL'] });
    const { members } = await hearth.api.as(server.owner).call(listThreadMembers, { params: { channelId: thread.id }, query: {} });
    expect(members.map((member) => member.user.id)).toEqual([server.owner.id]);
  });

  it('ends with being in the server, and in that one alone', async () => {
    const [one, other] = [await buildServer(hearth), await buildServer(hearth)];
    const { user } = await buildMember(hearth, { server: one });
    await buildMember(hearth, { server: other, user });
    const thread = await buildThread(hearth, { owner: user, parent: one.general });
    const elsewhere = await buildThread(hearth, { owner: user, parent: other.general });
    await hearth.api.as(user).send('delete', `/servers/${one.id}/members/me`);
    await buildMember(hearth, { server: one, user });
    expect(await joinedIds(user)).toEqual([elsewhere.id]);
    expect((await list(user, one.general.id)).threads).toMatchObject([{ channel: { id: thread.id }, joined: false }]);
  });

  it('comes back with the sight of its channel', async () => {
    const { user, server } = await buildMember(hearth);
    const thread = await buildThread(hearth, { owner: user, parent: server.general });
    const device = await hearth.connect(user);
    await buildOverwrite(hearth, { channel: server.general, deny: ['VIEW_CHANNEL'] });
    expect(await device.next('channel:delete')).toMatchObject({ channelId: server.general.id });
    await buildOverwrite(hearth, { channel: server.general, userId: user.id, allow: ['VIEW_CHANNEL'] });
    expect(await device.next('channel:create')).toMatchObject({ id: server.general.id });
    expect(await device.next('channel:join')).toMatchObject({ channel: { id: thread.id } });
  });
});

describe('the lists', () => {
  it('have active ones by activity or age, page by page', async () => {
    const { user, server } = await buildMember(hearth);
    const threads: Channel[] = [];
    for (const name of ['a', 'b', 'c']) threads.push(await buildThread(hearth, { owner: user, parent: server.general, name }));
    await send(user, threads[0]?.id ?? '');
    expect(await namesOf(user, server.general.id)).toEqual(['a', 'c', 'b']);
    expect(await namesOf(user, server.general.id, { sort: 'CREATION' })).toEqual(['c', 'b', 'a']);
    for (const sort of ['ACTIVITY', 'CREATION'] as const) {
      const first = await list(user, server.general.id, { sort, limit: '2' });
      const second = await list(user, server.general.id, { sort, limit: '2', ...(first.nextCursor && { cursor: first.nextCursor }) });
      const names = [...first.threads, ...second.threads].map(({ channel }) => channel.name);
      expect(names).toEqual(await namesOf(user, server.general.id, { sort }));
      expect(second.nextCursor).toBeNull();
    }
  });

  it('have the archive apart, and what is found by name', async () => {
    const { user, server } = await buildMember(hearth);
    const [asleep, other] = [
      await buildThread(hearth, { owner: user, parent: server.general, name: 'Plans 100%' }),
      await buildThread(hearth, { owner: user, parent: server.general, name: 'Plans for summer' }),
    ];
    await makeIdle(asleep, 5_000);
    await archiveIdle();
    expect(await namesOf(user, server.general.id)).toEqual([other.name]);
    for (const sort of ['ACTIVITY', 'CREATION'] as const)
      expect(await namesOf(user, server.general.id, { archived: 'true', sort })).toEqual([asleep.name]);
    expect(await namesOf(user, server.general.id, { archived: 'true', query: '100%' })).toEqual([asleep.name]);
    expect(await namesOf(user, server.general.id, { query: 'PLANS' })).toEqual([other.name]);
    expect(await namesOf(user, server.general.id, { query: '%' })).toEqual([]);
    expect(await namesOf(user, server.general.id, { from: asleep.id, to: other.id })).toEqual([asleep.name, other.name]);
    expect(await namesOf(user, server.general.id, { from: other.id, to: other.id })).toEqual([other.name]);
  });

  it.each(['sort=SIZE', 'archived=maybe', 'cursor=abc', 'from=1', 'query=', 'limit=101'])('refuse %s', async (query) => {
    const { general, owner } = await buildServer(hearth);
    const answer = await hearth.api.as(owner).send('get', `/channels/${general.id}/threads?${query}`);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });

  it('are for those who see the channel', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    await buildThread(hearth, { owner: server.owner, parent: hidden });
    await expect(list(user, hidden.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const device = await hearth.connect(user);
    await buildThread(hearth, { owner: server.owner, parent: hidden });
    await device.settle();
    expect(device.names()).toEqual([]);
  });
});

describe('archiving', () => {
  it('comes after the time that the thread has without a message, and is told', async () => {
    const { user, server } = await buildMember(hearth);
    const [idle, busy, pinned] = [
      await buildThread(hearth, { owner: user, parent: server.general }),
      await buildThread(hearth, { owner: user, parent: server.general }),
      await buildThread(hearth, { owner: user, parent: server.general }),
    ];
    await makeIdle(idle, 4_321);
    await makeIdle(busy, 4_319);
    await makeIdle(pinned, 9_000);
    await hearth.db.channel.update({ where: { id: BigInt(pinned.id) }, data: { pinnedAt: new Date() } });
    const device = await hearth.connect(user);
    await archiveIdle();
    const told = await device.next('channel:update');
    expect(told).toMatchObject({ id: idle.id });
    expect(told.thread?.archivedAt).not.toBeNull();
    await archiveIdle();
    await device.settle();
    expect(device.names()).toEqual(['channel:update']);
    expect((await joinedIds(user)).toSorted()).toEqual([busy.id, pinned.id].toSorted());
  });

  it('clears away what never got a first message', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await buildMessage(hearth, { author: user, channelId: server.general.id });
    const kept = await begin(user, server.general.id, { messageId: message.id });
    const broken = await buildThread(hearth, { owner: user, parent: server.general });
    await hearth.db.message.deleteMany({ where: { OR: [{ channelId: BigInt(broken.id) }, { id: BigInt(broken.id) }] } });
    const old = new Date(Date.now() - 3_700_000);
    await hearth.db.channel.updateMany({
      where: { id: { in: [BigInt(broken.id), BigInt(kept.id)] } },
      data: { lastSeq: 0, createdAt: old },
    });
    expect(await namesOf(user, server.general.id)).toEqual([kept.name]);
    await hearth.get(ThreadKeeping).removeEmpty();
    await expect(hearth.db.channel.count({ where: { id: { in: [BigInt(broken.id), BigInt(kept.id)] } } })).resolves.toBe(1);
  });
});

describe('the end of a channel', () => {
  it('is that of its threads', async () => {
    const { user, server } = await buildMember(hearth);
    const channel = await buildChannel(hearth, { server });
    const thread = await buildThread(hearth, { owner: user, parent: channel });
    await hearth.api.as(server.owner).call(deleteChannel, { params: { channelId: channel.id } });
    await expect(get(user, thread.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await joinedIds(user)).toEqual([]);
  });
});

describe('beginning one', () => {
  it('needs CREATE_THREADS in the channel', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await buildMessage(hearth, { author: user, channelId: server.general.id });
    await buildOverwrite(hearth, { channel: server.general, deny: ['CREATE_THREADS'] });
    const bodies: Input<typeof createThread>['body'][] = [
      { name: 'x', ...withFirst() },
      { name: 'x', messageId: message.id },
    ];
    for (const body of bodies) await expect(begin(user, server.general.id, body)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildRole(hearth, { server, permissions: ['ADMINISTRATOR'], members: [user] });
    expect((await begin(user, server.general.id, { messageId: message.id })).id).toBe(message.id);
  });
});
