import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteChannel,
  getChannel,
  getConversation,
  limits,
  listConversations,
  listMessages,
  openConversation,
  setRelationship,
  updateConversation,
  updateSettings,
} from '@hearth/contract';
import { buildDm, buildFriends } from '../../test/factories/conversations.js';
import { buildCrowd } from '../../test/factories/crowd.js';
import { buildMember, buildServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const open = (caller: TestUser, userId: string) => hearth.api.as(caller).call(openConversation, { body: { userId } });
const list = async (caller: TestUser, query: { archived?: 'true' | 'false'; limit?: string; cursor?: string } = {}) =>
  hearth.api.as(caller).call(listConversations, { query });
const idsOf = async (caller: TestUser, archived: 'true' | 'false' = 'false') =>
  (await list(caller, { archived })).conversations.map(({ channel }) => channel.id);
const send = (caller: TestUser, channelId: string, content: string) =>
  hearth.api.as(caller).call(createMessage, { params: { channelId }, body: { content, nonce: crypto.randomUUID() } });
const update = (caller: TestUser, channelId: string, body: { pinned?: boolean; archived?: boolean; mutedUntil?: string | null }) =>
  hearth.api.as(caller).call(updateConversation, { params: { channelId }, body });

describe('beginning a conversation', () => {
  it('makes one DM for each two, whoever asks, also at the same moment', async () => {
    const { one, other } = await buildFriends(hearth);
    const [first, second, third] = await Promise.all([open(one, other.id), open(other, one.id), open(one, other.id)]);
    expect(new Set([first, second, third].map(({ channel }) => channel.id)).size).toBe(1);
    expect(first.channel).toMatchObject({ type: 'DM', serverId: null, lastSeq: 0 });
    expect(first.channel.recipients?.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted());
  });

  it('of one person with many at once does not wait for ever', async () => {
    const server = await buildServer(hearth);
    const people = await buildCrowd(hearth, server, 14);
    const begun = await Promise.all(people.map((userId) => open(server.owner, userId)));
    expect(new Set(begun.map(({ channel }) => channel.id)).size).toBe(14);
  });

  it('shows it to the other one with the first message, whose devices hear of that at once', async () => {
    const { one, other } = await buildFriends(hearth);
    const [device, second] = await Promise.all([hearth.connect(other), hearth.connect(one)]);
    const { channel } = await open(one, other.id);
    expect(await second.next('channel:create')).toMatchObject({ id: channel.id, type: 'DM' });
    expect(await idsOf(other)).toEqual([]);
    expect(await idsOf(other, 'true')).toEqual([]);
    const message = await send(one, channel.id, 'Hello');
    expect(await device.next('message:new')).toMatchObject({ channelId: channel.id, message: { content: 'Hello' } });
    expect(await idsOf(other)).toEqual([channel.id]);
    expect(await hearth.api.as(other).call(getConversation, { params: { channelId: channel.id } })).toMatchObject({
      lastMessage: message,
      archivedAt: null,
      receipts: [{ userId: one.id, readSeq: 1, deliveredSeq: 1 }],
    });
  });

  it('asks the other one´s settings, and says nothing of people whom the caller may not know', async () => {
    const { user, server } = await buildMember(hearth);
    const stranger = await buildUser(hearth);
    await hearth.api.as(server.owner).call(updateSettings, { body: { directMessages: 'friends' } });
    await expect(open(user, server.owner.id)).rejects.toMatchObject({ code: 'NOT_ACCEPTED', status: 403 });
    await expect(open(stranger, server.owner.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(stranger, '1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open(user, user.id)).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.userId' }] });
    await hearth.api.as(server.owner).call(updateSettings, { body: { directMessages: 'servers' } });
    expect((await open(user, server.owner.id)).channel.type).toBe('DM');
  });

  it.each([{}, { userId: 'maya' }, { userIds: [] }, { userIds: ['1', '1'] }])('refuses %j', async (body) => {
    const answer = await hearth.api.as(await buildUser(hearth)).send('post', '/users/me/channels', body);
    expect(answer.body).toMatchObject({ code: 'VALIDATION' });
  });
});

describe('a conversation', () => {
  it('is nobody else´s', async () => {
    const { id } = await buildDm(hearth);
    const { owner } = await buildServer(hearth);
    const stranger = hearth.api.as(owner);
    const params = { channelId: id };
    await expect(stranger.call(getChannel, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.call(getConversation, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.call(listMessages, { params, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stranger.call(updateConversation, { params, body: { pinned: true } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(owner, id, 'Hi')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes nothing more after a block, and can still be read', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users as [TestUser, TestUser];
    await send(one, id, 'Before');
    await hearth.api.as(other).call(setRelationship, { params: { userId: one.id }, body: { type: 'BLOCKED' } });
    await expect(send(one, id, 'After')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(send(other, id, 'After')).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const { messages } = await hearth.api.as(one).call(listMessages, { params: { channelId: id }, query: {} });
    expect(messages.map(({ content }) => content)).toEqual(['Before']);
  });

  it('is put away by deleting it, and comes back when somebody writes, unless it is muted', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users as [TestUser, TestUser];
    await send(one, id, 'Hello');
    const device = await hearth.connect(other);
    await hearth.api.as(other).call(deleteChannel, { params: { channelId: id } });
    expect(await device.next('conversation:update')).toMatchObject({ channelId: id, archivedAt: expect.stringContaining('T') });
    expect(await idsOf(other)).toEqual([]);
    expect(await idsOf(other, 'true')).toEqual([id]);
    expect(await idsOf(one)).toEqual([id]);
    await send(one, id, 'Are you there?');
    expect(await idsOf(other)).toEqual([id]);

    await update(other, id, { archived: true, mutedUntil: '9999-01-01T00:00:00.000Z' });
    await send(one, id, 'Hello again');
    expect(await idsOf(other, 'true')).toEqual([id]);
    await open(other, one.id);
    expect(await idsOf(other)).toEqual([id]);
  });
});

describe('the list', () => {
  it('has pinned ones first, then those with the last activity, page by page', async () => {
    const me = await buildUser(hearth);
    const dms = [];
    for (let count = 0; count < 4; count += 1) dms.push(await buildDm(hearth, { one: me }));
    const [a, b, c, d] = dms.map(({ id }) => id) as [string, string, string, string];
    for (const id of [c, a, d, b]) await send(me, id, 'Hello');
    await update(me, c, { pinned: true });
    expect(await idsOf(me)).toEqual([c, b, d, a]);
    const first = await list(me, { limit: '2' });
    const second = await list(me, { limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.conversations, ...second.conversations].map(({ channel }) => channel.id)).toEqual([c, b, d, a]);
    expect(second.nextCursor).toBeNull();
    const device = await hearth.connect(me);
    expect(device.ready.conversations.map(({ channel }) => channel.id)).toEqual([c, b, d, a]);
    await expect(list(me, { cursor: 'WzFd' })).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'query.cursor' }] });
  });

  it('is muted until a time that there is', async () => {
    const { id, users } = await buildDm(hearth);
    const [one] = users as [TestUser];
    const mute = (mutedUntil: string) => hearth.api.as(one).send('patch', `/users/me/channels/${id}`, { mutedUntil });
    expect((await mute('0000-01-01T00:00:00.000Z')).body).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.mutedUntil' }] });
    expect((await mute('9999-12-31T23:59:59.999Z')).status).toBe(200);
  });

  it('has at most so many pinned ones, also when several are pinned at once', async () => {
    const me = await buildUser(hearth);
    const chosen = [await buildDm(hearth, { one: me }), await buildDm(hearth, { one: me }), await buildDm(hearth, { one: me })];
    const others = Array.from({ length: limits.pinnedConversations - 1 }, (_, index) => BigInt(me.id) + BigInt(index + 1));
    await hearth.db.channel.createMany({ data: others.map((id) => ({ id, type: 'GROUP_DM' as const, name: 'Old', position: 0 })) });
    const pinnedAt = new Date();
    await hearth.db.recipient.createMany({ data: others.map((channelId) => ({ channelId, userId: BigInt(me.id), pinnedAt })) });
    const pinning = await Promise.allSettled(chosen.map(({ conversation: { channel } }) => update(me, channel.id, { pinned: true })));
    expect(pinning.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(pinning.filter(({ status }) => status === 'rejected')).toMatchObject([1, 2].map(() => ({ reason: { code: 'LIMIT_REACHED' } })));
    expect(await hearth.db.recipient.count({ where: { userId: BigInt(me.id), pinnedAt: { not: null } } })).toBe(limits.pinnedConversations);
  });

  it('pins once, and tells the other devices', async () => {
    const { id, users } = await buildDm(hearth);
    const [one] = users as [TestUser, TestUser];
    const device = await hearth.connect(one);
    const { pinnedAt } = await update(one, id, { pinned: true });
    expect(await device.next('conversation:update')).toEqual({ channelId: id, pinnedAt, archivedAt: null, mutedUntil: null });
    expect((await update(one, id, { pinned: true })).pinnedAt).toBe(pinnedAt);
    await device.settle();
    expect(device.all('conversation:update')).toHaveLength(1);
  });
});
