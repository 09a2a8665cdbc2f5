import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  bulkDeleteMessages,
  deleteMessage,
  editMessage,
  followChannel,
  limits,
  listAuditLog,
  listFollowed,
  listFollowers,
  listMessages,
  publishMessage,
  unfollowChannel,
  type Channel,
} from '@hearth/contract';
import { eventually } from '../../test/eventually.js';
import { buildChannel, buildMember, buildPrivateChannel, buildRole, buildServer, type TestServer } from '../../test/factories/servers.js';
import { buildMessage } from '../../test/factories/threads.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { CopiesRepository } from '../messages/copies/copies.repository.js';
import { CopiesService } from '../messages/copies/copies.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const publish = (caller: TestUser, messageId: string) => hearth.api.as(caller).call(publishMessage, { params: { messageId } });
const follow = (caller: TestUser, { id }: Channel, target: Channel) =>
  hearth.api.as(caller).call(followChannel, { params: { channelId: id }, body: { targetId: target.id } });
const unfollow = (caller: TestUser, { id }: Channel, target: Channel) =>
  hearth.api.as(caller).call(unfollowChannel, { params: { sourceId: id, targetId: target.id } });
const followers = (caller: TestUser, { id }: Channel, query = {}) =>
  hearth.api.as(caller).call(listFollowers, { params: { channelId: id }, query });
const messagesOf = async (caller: TestUser, { id }: Channel) =>
  (await hearth.api.as(caller).call(listMessages, { params: { channelId: id }, query: {} })).messages;
const audit = async ({ id, owner }: TestServer) =>
  (await hearth.api.as(owner).call(listAuditLog, { params: { serverId: id }, query: {} })).entries;

/** Somebody who runs a server of their own and is in the one with the announcements. */
async function buildReader(server: TestServer) {
  const { user } = await buildMember(hearth, { server });
  const home = await buildServer(hearth, { owner: user, name: 'Home' });
  return { user, home };
}

async function buildNews() {
  const server = await buildServer(hearth, { name: 'Makers' });
  const news = await buildChannel(hearth, { server, name: 'news', type: 'ANNOUNCEMENT' });
  return { server, news };
}

describe('following', () => {
  it('is set up by whoever runs the channel that follows, and listed at both ends', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const made = await follow(user, news, home.general);
    expect(made).toMatchObject({
      channelId: home.general.id,
      channelName: 'general',
      serverId: home.id,
      serverName: 'Home',
      creator: { id: user.id },
    });
    expect(await follow(user, news, home.general)).toEqual(made);
    expect(await followers(server.owner, news)).toEqual({ followers: [{ ...made, channelName: null }], nextCursor: null });
    const { following } = await hearth.api.as(user).call(listFollowed, { params: { channelId: home.general.id } });
    expect(following).toMatchObject([{ channelId: news.id, channelName: 'news', serverName: 'Makers' }]);
    expect(await audit(home)).toMatchObject([
      { action: 'FOLLOWER_ADD', actorId: user.id, targetId: news.id, changes: [{ key: 'follower', before: null, after: 'general' }] },
    ]);
  });

  it('is listed page by page', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const targets = [home.general, await buildChannel(hearth, { server: home }), await buildChannel(hearth, { server: home })];
    for (const target of targets) await follow(user, news, target);
    const first = await followers(server.owner, news, { limit: '2' });
    const second = await followers(server.owner, news, { limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.followers, ...second.followers].map(({ channelId }) => channelId)).toEqual(targets.map(({ id }) => id));
    expect(second.nextCursor).toBeNull();
  });

  it('tells the audit log of the one server nothing of what is called how in the other', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await follow(user, news, home.general);
    await unfollow(server.owner, news, home.general);
    expect((await audit(server))[0]).toMatchObject({
      action: 'FOLLOWER_REMOVE',
      targetName: 'news',
      changes: [{ key: 'follower', before: 'Home', after: null }],
    });
  });

  it('needs MANAGE_WEBHOOKS in the one channel and sight of the other', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const { user: guest } = await buildMember(hearth, { server: home });
    await buildMember(hearth, { server, user: guest });
    await expect(follow(guest, news, home.general)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await buildRole(hearth, { server: home, permissions: ['MANAGE_WEBHOOKS'], members: [guest] });
    expect((await follow(guest, news, home.general)).channelId).toBe(home.general.id);
    const hidden = await buildPrivateChannel(hearth, { server, type: 'ANNOUNCEMENT' });
    await expect(follow(user, hidden, home.general)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(follow(user, news, server.general)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(followers(user, news)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(follow(await buildUser(hearth), news, home.general)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is from an announcement channel to another channel for text', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await expect(follow(user, server.general, home.general)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(followers(server.owner, server.general)).rejects.toMatchObject({ code: 'VALIDATION' });
    const voice = await buildChannel(hearth, { server: home, type: 'VOICE' });
    for (const target of [voice, news])
      await expect(follow(target === news ? server.owner : user, news, target)).rejects.toMatchObject({
        code: 'VALIDATION',
        errors: [{ path: 'body.targetId' }],
      });
  });

  it('stops at the limit of what one channel follows', async () => {
    const { server } = await buildNews();
    const { user, home } = await buildReader(server);
    const sources = [];
    for (let index = 0; index <= limits.followedChannels; index += 1)
      sources.push(await buildChannel(hearth, { server, type: 'ANNOUNCEMENT' }));
    const answers = await Promise.allSettled(sources.map((source) => follow(user, source, home.general)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'LIMIT_REACHED', status: 409 } });
  });

  it('is ended by whoever runs either end', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const { user: stranger } = await buildMember(hearth, { server });
    await follow(user, news, home.general);
    await expect(unfollow(stranger, news, home.general)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await unfollow(user, news, home.general);
    await expect(unfollow(user, news, home.general)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await follow(user, news, home.general);
    await unfollow(server.owner, news, home.general);
    expect((await followers(server.owner, news)).followers).toEqual([]);
    expect((await audit(server))[0]).toMatchObject({ action: 'FOLLOWER_REMOVE', actorId: server.owner.id, targetId: news.id });
    expect((await audit(home))[1]).toMatchObject({ action: 'FOLLOWER_REMOVE', actorId: user.id });
  });
});

describe('publishing', () => {
  it('copies an announcement to every follower, with where it comes from, once', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const second = await buildChannel(hearth, { server: home, name: 'digest' });
    for (const target of [home.general, second]) await follow(user, news, target);
    const [reader, writer] = [await hearth.connect(user), await hearth.connect(server.owner)];
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id, content: 'Open day!' });
    expect(message.publishedAt).toBeUndefined();
    const published = await publish(server.owner, message.id);
    expect(published).toMatchObject({ id: message.id, content: 'Open day!', version: message.version + 1 });
    expect(published.publishedAt).toBeDefined();
    expect(await writer.next('message:update')).toMatchObject({ channelId: news.id, message: { publishedAt: published.publishedAt } });

    const copy = await reader.next('message:new', ({ channelId }) => channelId === home.general.id);
    expect(copy.message).toMatchObject({
      type: 'DEFAULT',
      seq: 1,
      author: { id: server.owner.id },
      content: 'Open day!',
      origin: { serverId: server.id, serverName: 'Makers', channelId: news.id, channelName: 'news', messageId: message.id },
    });
    expect(copy.message.nonce).toBeUndefined();
    expect(await messagesOf(user, home.general)).toEqual([copy.message]);
    await reader.next('message:new', ({ channelId }) => channelId === second.id);

    expect(await publish(server.owner, message.id)).toEqual(published);
    await hearth.get(CopiesService).make(message.id, [home.general.id, second.id]);
    for (const target of [home.general, second]) expect(await messagesOf(user, target)).toHaveLength(1);
  });

  it('lets edits and the deletion follow', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await follow(user, news, home.general);
    const device = await hearth.connect(user);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id, content: 'Opn day' });
    await publish(server.owner, message.id);
    await device.next('message:new', ({ channelId }) => channelId === home.general.id);
    await hearth.api.as(server.owner).call(editMessage, { params: { messageId: message.id }, body: { content: 'Open day' } });
    const edited = await device.next('message:update', ({ channelId }) => channelId === home.general.id);
    expect(edited.message).toMatchObject({ content: 'Open day', version: 2, origin: { messageId: message.id } });
    expect(edited.message.editedAt).not.toBeNull();
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    const deleted = await device.next('message:delete', ({ channelId }) => channelId === home.general.id);
    expect(deleted.message).toMatchObject({ content: '', version: 3 });
    expect(await messagesOf(user, home.general)).toEqual([deleted.message]);
  });

  it.each(['edited', 'deleted'] as const)('lets follow what is %s while it is being copied', async (what) => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await follow(user, news, home.general);
    const device = await hearth.connect(user);
    const { id: messageId } = await buildMessage(hearth, { author: server.owner, channelId: news.id });
    const author = hearth.api.as(server.owner);
    const { insert } = CopiesRepository.prototype;
    const copying = jest.spyOn(CopiesRepository.prototype, 'insert').mockImplementationOnce(async function (
      this: CopiesRepository,
      ...all
    ) {
      if (what === 'edited') await author.call(editMessage, { params: { messageId }, body: { content: 'later' } });
      else await author.call(deleteMessage, { params: { messageId } });
      return insert.apply(this, all);
    });
    await publish(server.owner, messageId);
    const event = what === 'edited' ? 'message:update' : 'message:delete';
    const { message } = await device.next(event, ({ channelId }) => channelId === home.general.id);
    copying.mockRestore();
    expect(message).toMatchObject(what === 'edited' ? { content: 'later', origin: { messageId } } : { content: '' });
    expect(await messagesOf(user, home.general)).toEqual([message]);
  });

  it('names whom the original names, and calls nobody', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await follow(user, news, home.general);
    const device = await hearth.connect(user);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id, content: `Ask <@${user.id}>` });
    await publish(server.owner, message.id);
    const { message: copy } = await device.next('message:new', ({ channelId }) => channelId === home.general.id);
    expect(copy.mentions.map(({ id }) => id)).toEqual([user.id]);
    expect(await hearth.db.mention.count({ where: { channelId: BigInt(home.general.id) } })).toBe(0);
    const content = `Ask <@${server.owner.id}>`;
    await hearth.api.as(server.owner).call(editMessage, { params: { messageId: message.id }, body: { content } });
    const edited = await device.next('message:update', ({ channelId }) => channelId === home.general.id);
    expect(edited.message.mentions.map(({ id }) => id)).toEqual([server.owner.id]);
  });

  it('lets the deletion of many at once follow too', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await follow(user, news, home.general);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id });
    await publish(server.owner, message.id);
    await eventually(
      () => messagesOf(user, home.general),
      ({ length }) => length === 1,
    );
    await hearth.api.as(server.owner).call(bulkDeleteMessages, { params: { channelId: news.id }, body: { ids: [message.id] } });
    const [copy] = await eventually(
      () => messagesOf(user, home.general),
      ([first]) => first?.deletedAt !== null,
    );
    expect(copy?.deletedAt).not.toBeNull();
  });

  it('reaches what followed before, not after, and nothing that was deleted in between', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id });
    await publish(server.owner, message.id);
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    await follow(user, news, home.general);
    await hearth.get(CopiesService).make(message.id, [home.general.id]);
    expect(await messagesOf(user, home.general)).toEqual([]);
    await expect(publish(server.owner, message.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('leaves copies to those who run the channel, not to their author', async () => {
    const { server, news } = await buildNews();
    const { user, home } = await buildReader(server);
    await buildMember(hearth, { server: home, user: server.owner });
    await follow(user, news, home.general);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id });
    await publish(server.owner, message.id);
    const [copy] = await eventually(
      () => messagesOf(user, home.general),
      ({ length }) => length === 1,
    );
    const params = { messageId: copy?.id ?? '' };
    const edit = hearth.api.as(server.owner).call(editMessage, { params, body: { content: 'other' } });
    await expect(edit).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await expect(hearth.api.as(server.owner).call(deleteMessage, { params })).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    await hearth.api.as(user).call(deleteMessage, { params });
    await hearth.get(CopiesService).make(message.id, [home.general.id]);
    expect(await messagesOf(user, home.general)).toMatchObject([{ deletedAt: expect.any(String) }]);
  });

  it('is for own announcements, or with MANAGE_MESSAGES for any', async () => {
    const { server, news } = await buildNews();
    const { user } = await buildMember(hearth, { server });
    const [own, foreign] = [
      await buildMessage(hearth, { author: user, channelId: news.id }),
      await buildMessage(hearth, { author: server.owner, channelId: news.id }),
    ];
    expect((await publish(user, own.id)).publishedAt).toBeDefined();
    await expect(publish(user, foreign.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await buildRole(hearth, { server, permissions: ['MANAGE_MESSAGES'], members: [user] });
    expect((await publish(user, foreign.id)).publishedAt).toBeDefined();
    const elsewhere = await buildMessage(hearth, { author: user, channelId: server.general.id });
    await expect(publish(user, elsewhere.id)).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(publish(await buildUser(hearth), own.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
