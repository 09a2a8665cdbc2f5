import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addRecipient,
  createMessage,
  getChannel,
  listMessages,
  openConversation,
  removeRecipient,
  updateChannel,
  type Input,
} from '@hearth/contract';
import { buildDm, buildFriends, buildGroup } from '../../../test/factories/conversations.js';
import { buildServer } from '../../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

type Three = [TestUser, TestUser, TestUser];

const get = (caller: TestUser, channelId: string) => hearth.api.as(caller).call(getChannel, { params: { channelId } });
const change = (caller: TestUser, channelId: string, body: Input<typeof updateChannel>['body']) =>
  hearth.api.as(caller).call(updateChannel, { params: { channelId }, body });
const add = (caller: TestUser, channelId: string, userId: string) =>
  hearth.api.as(caller).call(addRecipient, { params: { channelId, userId } });
const remove = (caller: TestUser, channelId: string, userId: string) =>
  hearth.api.as(caller).call(removeRecipient, { params: { channelId, userId } });
const send = (caller: TestUser, channelId: string) =>
  hearth.api.as(caller).call(createMessage, { params: { channelId }, body: { content: 'Hi', nonce: crypto.randomUUID() } });
const notices = async (caller: TestUser, channelId: string) => {
  const { messages } = await hearth.api.as(caller).call(listMessages, { params: { channelId }, query: {} });
  return messages.map(({ type, details, author }) => ({ type, details, author: author.id }));
};
const recipients = async (caller: TestUser, channelId: string) => (await get(caller, channelId)).recipients?.map(({ id }) => id);

describe('a group', () => {
  it('is made with friends, who all hear of it', async () => {
    const owner = await buildUser(hearth);
    const [{ other: first }, { other: second }] = [await buildFriends(hearth, { one: owner }), await buildFriends(hearth, { one: owner })];
    const device = await hearth.connect(second);
    const body = { userIds: [first.id, second.id], name: 'Boat trip' };
    const { channel } = await hearth.api.as(owner).call(openConversation, { body });
    expect(channel).toMatchObject({ type: 'GROUP_DM', name: 'Boat trip', serverId: null, group: { ownerId: owner.id, icon: null } });
    expect(await device.next('channel:create')).toEqual(channel);
    await send(first, channel.id);
    expect(await device.next('message:new')).toMatchObject({ channelId: channel.id });
    const body2 = { userIds: [first.id, second.id] };
    await expect(hearth.api.as(first).call(openConversation, { body: body2 })).rejects.toMatchObject({ code: 'NOT_ACCEPTED' });
  });

  it('is renamed by anybody in it, with a notice', async () => {
    const { id, users } = await buildGroup(hearth);
    const [owner, friend] = users as Three;
    const device = await hearth.connect(owner);
    expect(await change(friend, id, { name: 'Sailors', icon: '⛵' })).toMatchObject({ name: 'Sailors', group: { icon: '⛵' } });
    expect(await device.next('channel:update')).toMatchObject({ name: 'Sailors' });
    await change(friend, id, { name: 'Sailors' });
    expect(await notices(owner, id)).toEqual([
      { type: 'NAME_CHANGE', details: { name: 'Sailors' }, author: friend.id },
      { type: 'ICON_CHANGE', details: { icon: '⛵' }, author: friend.id },
    ]);
  });

  it('takes people in who are named many times at once', async () => {
    const { id, users } = await buildGroup(hearth);
    const [owner] = users as Three;
    const { other } = await buildFriends(hearth, { one: owner });
    await Promise.all(Array.from({ length: 14 }, () => add(owner, id, other.id)));
    expect(await recipients(other, id)).toHaveLength(4);
  });

  it('takes in friends of those who are in it, whose reading starts there', async () => {
    const { id, users } = await buildGroup(hearth);
    const [owner, friend] = users as Three;
    await send(owner, id);
    const { other } = await buildFriends(hearth, { one: friend });
    const device = await hearth.connect(other);
    await expect(add(owner, id, other.id)).rejects.toMatchObject({ code: 'NOT_ACCEPTED' });
    await add(friend, id, other.id);
    await add(friend, id, other.id);
    expect(await device.next('channel:create')).toMatchObject({ id, type: 'GROUP_DM' });
    expect(await device.next('message:new')).toMatchObject({ message: { type: 'RECIPIENT_ADD', details: { user: { id: other.id } } } });
    expect(await recipients(owner, id)).toContain(other.id);
    const again = await hearth.connect(other);
    expect(again.ready.readStates.find(({ channelId }) => channelId === id)).toMatchObject({ lastReadSeq: 1 });
    expect((await notices(owner, id)).filter(({ type }) => type === 'RECIPIENT_ADD')).toHaveLength(1);
  });

  it('is left by whoever wants to, and lets nobody but the owner remove others', async () => {
    const { id, users } = await buildGroup(hearth);
    const [owner, friend, third] = users as Three;
    await expect(remove(friend, id, third.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    const device = await hearth.connect(third);
    await remove(owner, id, third.id);
    expect(await device.next('channel:delete')).toEqual({ serverId: null, channelId: id });
    await expect(get(third, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(send(third, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const before = device.all('message:new').length;
    await send(owner, id);
    await device.settle();
    expect(device.all('message:new')).toHaveLength(before);
    await remove(friend, id, friend.id);
    expect(await recipients(owner, id)).toEqual([owner.id]);
    await remove(owner, id, owner.id);
    expect(await hearth.db.channel.count({ where: { id: BigInt(id) } })).toBe(0);
  });

  it('goes to whoever is in it longest when its owner leaves, or to whom the owner says', async () => {
    const { id, users } = await buildGroup(hearth);
    const [owner, friend, third] = users as Three;
    await expect(change(friend, id, { ownerId: third.id })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(change(owner, id, { ownerId: '1' })).rejects.toMatchObject({ code: 'VALIDATION', errors: [{ path: 'body.ownerId' }] });
    expect(await change(owner, id, { ownerId: third.id })).toMatchObject({ group: { ownerId: third.id } });
    await remove(third, id, third.id);
    expect((await get(friend, id)).group?.ownerId).toBe([owner.id, friend.id].toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0]);
  });

  it('goes by the names of its people once its name is taken away, which no other channel can', async () => {
    const { id, users } = await buildGroup(hearth, { name: 'Boats' });
    const [owner, friend] = users as Three;
    expect(await change(friend, id, { name: null })).toMatchObject({ name: '' });
    expect((await notices(owner, id)).at(-1)).toMatchObject({ type: 'NAME_CHANGE', details: { name: '' } });
    const { owner: other, general } = await buildServer(hearth);
    await expect(change(other, general.id, { name: null })).rejects.toMatchObject({
      code: 'VALIDATION',
      errors: [{ path: 'body.name' }],
    });
  });

  it('is full at a limit', async () => {
    const { id, users } = await buildGroup(hearth, { size: 2 });
    const [owner] = users as Three;
    const { other } = await buildFriends(hearth, { one: owner });
    const strangers = Array.from({ length: 254 }, (_, index) => BigInt(id) + BigInt(index) + 1n);
    await hearth.db.user.createMany({
      data: strangers.map((key) => ({ id: key, username: `full_${key}`, displayName: 'F', passwordHash: '-' })),
    });
    await hearth.db.recipient.createMany({ data: strangers.map((userId) => ({ channelId: BigInt(id), userId })) });
    await expect(add(owner, id, other.id)).rejects.toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it('is no DM and no channel of a server', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users as [TestUser, TestUser];
    await expect(remove(one, id, other.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(change(one, id, { name: 'Us' })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
  });
});
