import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  getUser,
  leaveServer,
  limits,
  openConversation,
  rateLimits,
  removeRelationship,
  updateSettings,
} from '@hearth/contract';
import { buildDm, buildFriends } from '../../test/factories/conversations.js';
import { buildMember } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { MessagesService } from '../messages/messages.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const open = (caller: TestUser, { id }: TestUser) => hearth.api.as(caller).call(openConversation, { body: { userId: id } });
const send = (caller: TestUser, channelId: string, content = 'Hello') =>
  hearth.api.as(caller).call(createMessage, { params: { channelId }, body: { content, nonce: crypto.randomUUID() } });
const letIn = (caller: TestUser, directMessages: 'everyone' | 'servers' | 'friends') =>
  hearth.api.as(caller).call(updateSettings, { body: { directMessages } });
const unfriend = (caller: TestUser, { id }: TestUser) =>
  hearth.api.as(caller).call(removeRelationship, { params: { userId: id }, query: {} });
const REFUSED = { code: 'NOT_ACCEPTED', status: 403 };

/** Two who share a server, and a DM that the first opened and in which nobody wrote. */
async function opened() {
  const { user: one, server } = await buildMember(hearth);
  const { user: other } = await buildMember(hearth, { server });
  const { channel } = await open(one, other);
  return { one, other, server, id: channel.id };
}

/** Lets something happen between the look at who may write and the storing. */
function whileWaiting(happen: () => Promise<unknown>): void {
  let isDone = false;
  hearth.get(MessagesService).guard(({ content }) => {
    if (isDone || content !== 'waits') return null;
    isDone = true;
    return happen().then(() => null);
  });
}

describe('the first message', () => {
  it('is taken as long as the other one lets the writer in', async () => {
    const { one, other, id } = await opened();
    await letIn(other, 'friends');
    await expect(send(one, id)).rejects.toMatchObject(REFUSED);
    const device = await hearth.connect(one);
    const answer = await device.emit('message:send', { channelId: id, content: 'Hello', nonce: crypto.randomUUID() });
    expect(answer).toMatchObject({ ok: false, error: REFUSED });
    await expect(open(one, other)).rejects.toMatchObject(REFUSED);
    await letIn(other, 'servers');
    expect(await send(one, id)).toMatchObject({ seq: 1 });
  });

  it('is not taken from somebody with whom the other one shares no server any more', async () => {
    const { one, other, server, id } = await opened();
    await hearth.api.as(one).call(leaveServer, { params: { serverId: server.id } });
    await expect(send(one, id)).rejects.toMatchObject(REFUSED);
    await letIn(other, 'everyone');
    expect(await send(one, id)).toMatchObject({ seq: 1 });
  });

  it('begins what then goes on, whatever the settings say', async () => {
    const { one, other, id } = await opened();
    await send(one, id);
    await Promise.all([letIn(one, 'friends'), letIn(other, 'friends')]);
    expect(await send(one, id)).toMatchObject({ seq: 2 });
    expect(await send(other, id)).toMatchObject({ seq: 3 });
    expect((await open(one, other)).channel.id).toBe(id);
  });

  it('is the first one of either side', async () => {
    const { one, other, id } = await opened();
    await letIn(one, 'friends');
    await expect(send(other, id)).rejects.toMatchObject(REFUSED);
    await send(one, id);
    expect(await send(other, id)).toMatchObject({ seq: 2 });
  });

  it('is not stored after the settings that refuse it, though it waited before them', async () => {
    const { one, other, id } = await opened();
    whileWaiting(() => letIn(other, 'friends'));
    await expect(send(one, id, 'waits')).rejects.toMatchObject(REFUSED);
    expect(await hearth.db.message.count({ where: { channelId: BigInt(id) } })).toBe(0);
  });

  it('is not stored after the end of the friendship that let it in', async () => {
    const { id, users } = await buildDm(hearth);
    const [one, other] = users as [TestUser, TestUser];
    await letIn(other, 'friends');
    whileWaiting(() => unfriend(other, one));
    await expect(send(one, id, 'waits')).rejects.toMatchObject(REFUSED);
  });

  it('introduces the two to each other', async () => {
    const { one, other, server, id } = await opened();
    await letIn(other, 'everyone');
    await hearth.api.as(one).call(leaveServer, { params: { serverId: server.id } });
    const [here, there] = [await hearth.connect(one), await hearth.connect(other)];
    await expect(hearth.api.as(one).call(getUser, { params: { userId: other.id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await here.settle();
    const heard = () => here.all('presence').filter(({ userId }) => userId === other.id);
    expect(heard()).toEqual([]);
    expect(here.ready.presences.map(({ userId }) => userId)).toEqual([one.id]);
    await send(one, id);
    await here.next('presence', ({ userId, status }) => userId === other.id && status === 'online');
    await there.next('presence', ({ userId, status }) => userId === one.id && status === 'online');
    expect((await hearth.api.as(one).call(getUser, { params: { userId: other.id } })).presence.status).toBe('online');
  });
});

describe('new conversations', () => {
  it('are limited, those that are there are not', async () => {
    const limited = await startTestApp({ env: { RATE_LIMIT_SCALE: '1' } });
    try {
      const { one, other } = await buildFriends(limited);
      const asOne = limited.api.as(one);
      const { burst } = rateLimits.newConversation;
      expect(burst).toBeLessThan(limits.friendsPerUser);
      for (let count = 0; count < burst; count += 1) await asOne.call(openConversation, { body: { userIds: [other.id] } });
      await expect(asOne.call(openConversation, { body: { userIds: [other.id] } })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      await expect(asOne.call(openConversation, { body: { userId: other.id } })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
      const { channel } = await limited.api.as(other).call(openConversation, { body: { userId: one.id } });
      expect((await asOne.call(openConversation, { body: { userId: other.id } })).channel.id).toBe(channel.id);
    } finally {
      await limited.close();
    }
  });

  it('are nobody´s way to learn who lets them in', async () => {
    const { user } = await buildMember(hearth);
    await expect(open(await buildUser(hearth), user)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
