import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deleteMessage,
  editMessage,
  followChannel,
  listMessages,
  permissionsOf,
  publishMessage,
  unfollowChannel,
  type Channel,
  type PermissionName,
} from '@hearth/contract';
import { eventually } from '../../test/eventually.js';
import { buildChannel, buildMember, buildOverwrite, buildPrivateChannel, buildRole, buildServer } from '../../test/factories/servers.js';
import { buildMessage } from '../../test/factories/threads.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import type { Transaction } from '../database/prisma.service.js';
import { CopiesService } from '../messages/copies/copies.service.js';
import { PermissionsService } from '../permissions/permissions.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const follow = (caller: TestUser, { id }: Channel, target: Channel) =>
  hearth.api.as(caller).call(followChannel, { params: { channelId: id }, body: { targetId: target.id } });
const unfollow = (caller: TestUser, { id }: Channel, target: Channel) =>
  hearth.api.as(caller).call(unfollowChannel, { params: { sourceId: id, targetId: target.id } });
const publish = (caller: TestUser, messageId: string) => hearth.api.as(caller).call(publishMessage, { params: { messageId } });
const edit = (caller: TestUser, messageId: string, content: string) =>
  hearth.api.as(caller).call(editMessage, { params: { messageId }, body: { content } });
const contentsIn = async (caller: TestUser, { id }: Channel) => {
  const { messages } = await hearth.api.as(caller).call(listMessages, { params: { channelId: id }, query: {} });
  return messages.map(({ content, deletedAt }) => (deletedAt === null ? content : null));
};
const contentsBecome = async (caller: TestUser, channel: Channel, contents: (string | null)[]) => {
  const areThere = (found: (string | null)[]) => JSON.stringify(found) === JSON.stringify(contents);
  expect(await eventually(() => contentsIn(caller, channel), areThere)).toEqual(contents);
};
const followersOf = ({ id }: Channel) => hearth.db.channelFollower.count({ where: { channelId: BigInt(id) } });

/** An announcement channel, and somebody of its server who runs another server. */
async function buildNews() {
  const server = await buildServer(hearth);
  const news = await buildChannel(hearth, { server, type: 'ANNOUNCEMENT' });
  const { user } = await buildMember(hearth, { server });
  const home = await buildServer(hearth, { owner: user });
  return { server, news, user, home };
}

/** As on another node, from which this one has not heard. */
async function unheard(serverId: string, change: (transaction: Transaction) => Promise<unknown>): Promise<void> {
  await hearth.db.$transaction(async (transaction) => {
    await hearth.get(PermissionsService).raiseAccessVersion(transaction, serverId);
    await change(transaction);
  });
}

const hideUnheard = (channel: Channel) =>
  unheard(channel.serverId ?? '', (transaction) =>
    transaction.permissionOverwrite.create({
      data: {
        channelId: BigInt(channel.id),
        targetId: BigInt(channel.serverId ?? ''),
        type: 'ROLE',
        allow: 0n,
        deny: permissionsOf('VIEW_CHANNEL'),
      },
    }),
  );

describe('what not every member sees', () => {
  it('is followed by nobody, whoever runs it', async () => {
    const { server, user, home } = await buildNews();
    const hidden = await buildPrivateChannel(hearth, { server, type: 'ANNOUNCEMENT' });
    await buildOverwrite(hearth, { channel: hidden, userId: user.id, allow: ['VIEW_CHANNEL', 'MANAGE_CHANNELS'] });
    await expect(follow(user, hidden, home.general)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
  });

  it('is not published, until they see it', async () => {
    const { server, news, user, home } = await buildNews();
    await follow(user, news, home.general);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id, content: 'secret' });
    await buildOverwrite(hearth, { channel: news, deny: ['VIEW_CHANNEL'] });
    await expect(publish(server.owner, message.id)).rejects.toMatchObject({ code: 'MISSING_PERMISSION', status: 403 });
    await buildOverwrite(hearth, { channel: news });
    await publish(server.owner, message.id);
    await contentsBecome(user, home.general, ['secret']);
  });

  it('is not copied when it was hidden after it was published, not even by a node that has not heard', async () => {
    const { server, news, user, home } = await buildNews();
    await follow(user, news, home.general);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id });
    await publish(server.owner, message.id);
    await contentsBecome(user, home.general, ['words']);
    const later = await buildChannel(hearth, { server: home });
    await hideUnheard(news);
    await hearth.get(CopiesService).make(message.id, [later.id]);
    expect(await contentsIn(user, later)).toEqual([]);
  });

  it('keeps its edits, and lets the deletion follow', async () => {
    const { server, news, user, home } = await buildNews();
    await follow(user, news, home.general);
    const message = await buildMessage(hearth, { author: server.owner, channelId: news.id, content: 'open' });
    await publish(server.owner, message.id);
    await contentsBecome(user, home.general, ['open']);
    await buildOverwrite(hearth, { channel: news, deny: ['VIEW_CHANNEL'] });
    await edit(server.owner, message.id, 'secret');
    await hearth.get(CopiesService).follow(message.id, '0', 100);
    expect(await contentsIn(user, home.general)).toEqual(['open']);
    await hearth.api.as(server.owner).call(deleteMessage, { params: { messageId: message.id } });
    await contentsBecome(user, home.general, [null]);
  });
});

describe('rights that another node took away', () => {
  it('let nobody follow what they see no more', async () => {
    const { news, user, home } = await buildNews();
    await hearth.get(PermissionsService).channel(user, news.id);
    await hideUnheard(news);
    await expect(follow(user, news, home.general)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await followersOf(news)).toBe(0);
  });

  it.each<[string, PermissionName, 'server' | 'home']>([
    ['announces', 'MANAGE_CHANNELS', 'server'],
    ['follows', 'MANAGE_WEBHOOKS', 'home'],
  ])('end nothing at the end that %s', async (_end, permission, where) => {
    const { server, news, user, home } = await buildNews();
    await follow(user, news, home.general);
    const place = where === 'server' ? server : home;
    const { user: moderator } = await buildMember(hearth, { server: place });
    const roleId = await buildRole(hearth, { server: place, permissions: [permission], members: [moderator] });
    await hearth.get(PermissionsService).server(moderator, place.id, permission);
    await unheard(place.id, (transaction) => transaction.role.update({ where: { id: BigInt(roleId) }, data: { permissions: 0n } }));
    await expect(unfollow(moderator, news, home.general)).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect(await followersOf(news)).toBe(1);
  });
});
