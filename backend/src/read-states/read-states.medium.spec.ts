import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leaveServer, listReceipts, listSeen, readChannel, removeRelationship, setRelationship, updateSettings } from '@hearth/contract';
import { randomUUID } from 'node:crypto';
import { buildDm } from '../../test/factories/conversations.js';
import { buildChannel, buildMember, buildPrivateChannel, type TestServer } from '../../test/factories/servers.js';
import { buildUser, signIn, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { whileDeletingChannel } from '../../test/while-deleting.js';
import { MessagesService } from '../messages/messages.service.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const send = async (user: TestUser, channelId: string, count: number) => {
  for (let index = 0; index < count; index += 1)
    await hearth.get(MessagesService).create(user, channelId, { content: 'hi', nonce: randomUUID() });
};
const receipts = (user: TestUser, { general }: TestServer) => hearth.api.as(user).call(listReceipts, { params: { channelId: general.id } });

/** A member to whom the owner has written three messages. */
async function buildReader() {
  const { user, server } = await buildMember(hearth);
  await send(server.owner, server.general.id, 3);
  return { user, server, channelId: server.general.id };
}

describe('reading', () => {
  it('moves the position, tells the own devices and shows the author', async () => {
    const { user, server, channelId } = await buildReader();
    const [phone, desk, author] = await Promise.all([
      hearth.connect(await signIn(hearth, user)),
      hearth.connect(user),
      hearth.connect(server.owner),
    ]);
    expect(await desk.emit('channel:read', { channelId, seq: 2 })).toEqual({ ok: true, data: null });
    expect(await phone.next('channel:read')).toEqual({ channelId, lastReadSeq: 2, lastDeliveredSeq: 2, markedUnreadSeq: null });
    expect(await author.next('channel:receipts')).toEqual({ channelId, receipts: [{ userId: user.id, deliveredSeq: 2, readSeq: 2 }] });
    expect(author.all('channel:read')).toEqual([]);
    expect(await receipts(server.owner, server)).toEqual({ receipts: [{ userId: user.id, deliveredSeq: 2, readSeq: 2 }] });
  });

  it('never moves back', async () => {
    const { user, server, channelId } = await buildReader();
    await hearth.api.as(user).call(readChannel, { params: { channelId }, body: { seq: 3 } });
    await hearth.api.as(user).call(readChannel, { params: { channelId }, body: { seq: 1 } });
    expect(await receipts(server.owner, server)).toMatchObject({ receipts: [{ readSeq: 3 }] });
  });

  it('marks unread beside the position, until the channel is read again', async () => {
    const { user, channelId } = await buildReader();
    const socket = await hearth.connect(user);
    await socket.emit('channel:read', { channelId, seq: 3 });
    await socket.emit('channel:read', { channelId, seq: 2, unread: true });
    await socket.next('channel:read');
    expect(await socket.next('channel:read')).toMatchObject({ lastReadSeq: 3, markedUnreadSeq: 2 });
    await socket.emit('channel:read', { channelId, seq: 3 });
    expect(await socket.next('channel:read')).toMatchObject({ lastReadSeq: 3, markedUnreadSeq: null });
    expect((await hearth.connect(user)).ready.readStates).toEqual([
      { channelId, lastReadSeq: 3, lastDeliveredSeq: 3, markedUnreadSeq: null },
    ]);
  });

  it.each([{ seq: 4 }, { seq: -1 }, { seq: 1.5 }, { seq: '1' }, {}, { seq: 0, unread: true }])('refuses %j', async (body) => {
    const { user, channelId } = await buildReader();
    const answer = await hearth.api.as(user).send('put', `/channels/${channelId}/read`, body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });

  it.each([{ seq: 1 }, { seq: 1, unread: true }])('is refused where the channel goes in the same moment, as %j', async (body) => {
    const { user, channelId } = await buildReader();
    await whileDeletingChannel(hearth, channelId, async () => {
      const call = hearth.api.as(user).call(readChannel, { params: { channelId }, body });
      await expect(call).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('is refused where the channel is hidden', async () => {
    const { user, server } = await buildMember(hearth);
    const hidden = await buildPrivateChannel(hearth, { server });
    await expect(hearth.api.as(user).call(readChannel, { params: { channelId: hidden.id }, body: { seq: 0 } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('receiving', () => {
  it('moves positions forward, and shows them to the author', async () => {
    const { user, server, channelId } = await buildReader();
    const [reader, author] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    await reader.emit('channel:delivered', {
      positions: [
        { channelId, seq: 2 },
        { channelId, seq: 3 },
      ],
    });
    expect(await author.next('channel:receipts')).toEqual({ channelId, receipts: [{ userId: user.id, deliveredSeq: 3, readSeq: 0 }] });
    await reader.emit('channel:delivered', { positions: [{ channelId, seq: 1 }] });
    expect(await receipts(server.owner, server)).toMatchObject({ receipts: [{ deliveredSeq: 3, readSeq: 0 }] });
  });

  it('passes over what does not exist or may not be seen, and keeps the rest', async () => {
    const { user, server, channelId } = await buildReader();
    const hidden = await buildPrivateChannel(hearth, { server });
    await send(server.owner, hidden.id, 1);
    const reader = await hearth.connect(user);
    const positions = [
      { channelId: hidden.id, seq: 1 },
      { channelId: '1', seq: 1 },
      { channelId, seq: 99 },
      { channelId, seq: 1 },
    ];
    expect(await reader.emit('channel:delivered', { positions })).toEqual({ ok: true, data: null });
    expect(await receipts(server.owner, server)).toMatchObject({ receipts: [{ deliveredSeq: 1 }] });
    expect(await hearth.db.readState.count({ where: { channelId: BigInt(hidden.id), userId: BigInt(user.id) } })).toBe(0);
  });

  it('passes over a channel that goes in the same moment, and keeps the rest', async () => {
    const { user, server, channelId } = await buildReader();
    const going = await buildChannel(hearth, { server });
    await send(server.owner, going.id, 1);
    const reader = await hearth.connect(user);
    const positions = [
      { channelId, seq: 1 },
      { channelId: going.id, seq: 1 },
    ];
    await whileDeletingChannel(hearth, going.id, async () => {
      expect(await reader.emit('channel:delivered', { positions })).toEqual({ ok: true, data: null });
    });
    expect(await receipts(server.owner, server)).toMatchObject({ receipts: [{ deliveredSeq: 1 }] });
  });

  it.each([
    {},
    { positions: [] },
    { positions: [{ channelId: 'x', seq: 1 }] },
    { positions: Array.from({ length: 101 }, () => ({ channelId: '1', seq: 1 })) },
  ])('refuses %j', async (payload) => {
    const reader = await hearth.connect(await buildUser(hearth));
    expect(await reader.send('channel:delivered', payload)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } });
  });
});

describe('receipts', () => {
  it('include those who have not received anything', async () => {
    const { user, server } = await buildReader();
    expect(await receipts(server.owner, server)).toEqual({ receipts: [{ userId: user.id, deliveredSeq: 0, readSeq: 0 }] });
  });

  it('are not told in channels with many readers', async () => {
    const { user, server, channelId } = await buildReader();
    await hearth.db.server.update({ where: { id: BigInt(server.id) }, data: { memberCount: 26 } });
    await buildMember(hearth, { server });
    const [reader, author] = await Promise.all([hearth.connect(user), hearth.connect(server.owner)]);
    await reader.emit('channel:read', { channelId, seq: 1 });
    await author.settle();
    expect(author.all('channel:receipts')).toEqual([]);
    expect(await receipts(server.owner, server)).toEqual({ receipts: null });
  });

  it('begin for a new member where the channel stood', async () => {
    const { server } = await buildReader();
    const { user } = await buildMember(hearth, { server });
    expect((await hearth.connect(user)).ready.readStates).toEqual([
      { channelId: server.general.id, lastReadSeq: 3, lastDeliveredSeq: 3, markedUnreadSeq: null },
    ]);
  });
});

describe('whoever keeps their reading to themselves', () => {
  const share = (user: TestUser, readReceipts: boolean) => hearth.api.as(user).call(updateSettings, { body: { readReceipts } });
  const read = (user: TestUser, channelId: string, seq: number) =>
    hearth.api.as(user).call(readChannel, { params: { channelId }, body: { seq } });

  it('shows what they read before, and what was received', async () => {
    const { user, server, channelId } = await buildReader();
    await read(user, channelId, 1);
    await share(user, false);
    const author = await hearth.connect(server.owner);
    await read(user, channelId, 3);
    const shown = { userId: user.id, deliveredSeq: 3, readSeq: 1 };
    expect(await author.next('channel:receipts')).toEqual({ channelId, receipts: [shown] });
    expect(await receipts(server.owner, server)).toEqual({ receipts: [shown] });
    await share(user, true);
    await send(server.owner, channelId, 1);
    await read(user, channelId, 4);
    expect(await receipts(server.owner, server)).toMatchObject({ receipts: [{ readSeq: 4 }] });
  });

  it('is not told either how far others have read', async () => {
    const { user, server, channelId } = await buildReader();
    await share(server.owner, false);
    await read(user, channelId, 3);
    expect(await receipts(server.owner, server)).toEqual({ receipts: [{ userId: user.id, deliveredSeq: 3, readSeq: 0 }] });
  });
});

describe('after a block', () => {
  it('neither learns what the other receives and reads; after it, from the next message on', async () => {
    const { id: channelId, users } = await buildDm(hearth);
    const [ada, ben] = users as [TestUser, TestUser];
    await send(ada, channelId, 3);
    const read = (seq: number) => hearth.api.as(ben).call(readChannel, { params: { channelId }, body: { seq } });
    const shown = () => hearth.api.as(ada).call(listReceipts, { params: { channelId } });
    await read(1);
    await hearth.api.as(ben).call(setRelationship, { params: { userId: ada.id }, body: { type: 'BLOCKED' } });
    const author = await hearth.connect(ada);
    const reader = await hearth.connect(ben);
    await reader.emit('channel:delivered', { positions: [{ channelId, seq: 3 }] });
    await read(3);
    expect(await reader.next('channel:read')).toMatchObject({ lastReadSeq: 3 });
    expect(await shown()).toEqual({ receipts: [{ userId: ben.id, deliveredSeq: 1, readSeq: 1 }] });
    expect(author.all('channel:receipts')).toEqual([]);
    await hearth.api.as(ben).call(removeRelationship, { params: { userId: ada.id } });
    await send(ada, channelId, 1);
    await read(4);
    expect(await author.next('channel:receipts')).toEqual({ channelId, receipts: [{ userId: ben.id, deliveredSeq: 4, readSeq: 4 }] });
  });
});

describe('who has seen a message', () => {
  const seen = (user: TestUser, messageId: string, query: { after?: string; limit?: string } = {}) =>
    hearth.api.as(user).call(listSeen, { params: { messageId }, query });

  it('is told to its author page by page, without those who are gone or keep it to themselves', async () => {
    const { user, server } = await buildMember(hearth);
    const others = await Promise.all([1, 2, 3].map(() => buildMember(hearth, { server })));
    const {
      id: messageId,
      channelId,
      seq,
    } = await hearth.get(MessagesService).create(server.owner, server.general.id, { content: 'hi', nonce: randomUUID() });
    const [secret, gone] = [others[0]?.user, others[1]?.user];
    if (!secret || !gone) throw new Error('three others');
    await hearth.api.as(secret).call(updateSettings, { body: { readReceipts: false } });
    for (const reader of [user, secret, gone]) await hearth.api.as(reader).call(readChannel, { params: { channelId }, body: { seq } });
    await hearth.api.as(gone).call(leaveServer, { params: { serverId: server.id } });
    const found = await seen(server.owner, messageId);
    expect(found).toMatchObject({ users: [{ id: user.id, username: user.username }], nextCursor: null });
    const pages = [await seen(server.owner, messageId, { limit: '1' })];
    for (let cursor = pages[0]?.nextCursor; cursor; cursor = pages.at(-1)?.nextCursor)
      pages.push(await seen(server.owner, messageId, { limit: '1', after: cursor }));
    // One for each who read it, or wrote it; those who are left out leave theirs empty.
    expect(pages.map(({ users }) => users?.map(({ id }) => id))).toEqual([[], [user.id], []]);
    await expect(seen(user, messageId)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await hearth.api.as(server.owner).call(updateSettings, { body: { readReceipts: false } });
    expect(await seen(server.owner, messageId)).toEqual({ users: null, nextCursor: null });
  });
});
