import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bulkDeleteMessages, listChanges, listMessages, type Message } from '@hearth/contract';
import { actsOf } from '../../../test/factories/acts.js';
import { buildChannel, buildMember, buildOverwrite, buildRole, buildServer } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { whileDeletingChannel } from '../../../test/while-deleting.js';
import { MessagesService } from '../messages.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const send = (user: TestUser, channelId: string, content = 'hello') =>
  hearth.get(MessagesService).create(user, channelId, { content, nonce: randomUUID() });
const sendAll = (user: TestUser, channelId: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => send(user, channelId, `message ${index}`)));
const remove = (user: TestUser, channelId: string, ids: string[], reason?: string) =>
  hearth.api.as(user).call(bulkDeleteMessages, { params: { channelId }, body: { ids, ...(reason !== undefined && { reason }) } });
const page = async (user: TestUser, channelId: string) =>
  (await hearth.api.as(user).call(listMessages, { params: { channelId }, query: {} })).messages;
const bySeq = (one: Message, other: Message) => one.seq - other.seq;

describe('deleting many messages', () => {
  it('leaves tombstones, each with a version of its own, and tells of all in one event', async () => {
    const { user, server } = await buildMember(hearth);
    const channelId = server.general.id;
    const sent = (await sendAll(user, channelId, 6)).sort(bySeq);
    const socket = await hearth.connect(user);
    const gone = [sent[4], sent[1], sent[2]].map((message) => message?.id ?? '');
    const answer = await remove(server.owner, channelId, gone, 'Spam');
    expect(answer).toEqual({ ids: [sent[1], sent[2], sent[4]].map((message) => message?.id), version: 9 });
    const event = await socket.next('message:bulk-delete');
    expect(event).toMatchObject({ channelId, ids: answer.ids, seqs: [2, 3, 5], fromVersion: 7, version: 9 });
    const held = await page(user, channelId);
    expect(held.map(({ version, content, deletedAt }) => [version, content, deletedAt])).toEqual([
      [1, 'message 0', null],
      [7, '', event.deletedAt],
      [8, '', event.deletedAt],
      [4, 'message 3', null],
      [9, '', event.deletedAt],
      [6, 'message 5', null],
    ]);
    const changes = await hearth.api.as(user).call(listChanges, { params: { channelId }, query: { after: '6' } });
    expect(changes).toMatchObject({ messages: [held[1], held[2], held[4]], version: 9 });
    expect(await actsOf(hearth, server, 'MESSAGE_BULK_DELETE')).toEqual([
      {
        actorId: server.owner.id,
        targetId: channelId,
        targetName: 'general',
        changes: [
          { key: 'messages', before: 3, after: null },
          { key: 'authors', before: [user.username], after: null },
        ],
        reason: 'Spam',
      },
    ]);
  });

  it('leaves out what is not there, was deleted before, or is in another channel', async () => {
    const { user, server } = await buildMember(hearth);
    const other = await buildChannel(hearth, { server });
    const [here, deleted, elsewhere] = [
      await send(user, server.general.id),
      await send(user, server.general.id),
      await send(user, other.id),
    ];
    await hearth.get(MessagesService).remove(user, deleted.id);
    const socket = await hearth.connect(user);
    const ids = ['1', here.id, here.id, deleted.id, elsewhere.id];
    expect(await remove(server.owner, server.general.id, ids)).toEqual({ ids: [here.id], version: 4 });
    expect(await remove(server.owner, server.general.id, ids)).toEqual({ ids: [], version: 4 });
    await socket.settle();
    expect(socket.names()).toEqual(['message:bulk-delete']);
    expect((await page(user, other.id))[0]?.deletedAt).toBeNull();
    expect(await actsOf(hearth, server, 'MESSAGE_BULK_DELETE')).toHaveLength(1);
  });

  it('says of those that may have copies that they changed', async () => {
    const { user, server } = await buildMember(hearth);
    const [published, plain] = [await send(user, server.general.id), await send(user, server.general.id)];
    await hearth.db.message.update({ where: { id: BigInt(published.id) }, data: { details: { publishedAt: new Date().toISOString() } } });
    const told: string[][] = [];
    hearth.get(MessagesService).changed.add((ids) => void told.push(ids));
    await remove(server.owner, server.general.id, [published.id, plain.id]);
    expect(told).toEqual([[published.id]]);
  });

  it('keeps the order of what is sent and edited at the same time', async () => {
    const { user, server } = await buildMember(hearth);
    const channelId = server.general.id;
    const sent = await sendAll(user, channelId, 30);
    const socket = await hearth.connect(server.owner);
    await Promise.all([
      ...sent.slice(0, 10).map(({ id }) =>
        hearth
          .get(MessagesService)
          .edit(user, id, 'edited')
          .catch(() => undefined),
      ),
      remove(
        server.owner,
        channelId,
        sent.slice(5, 20).map(({ id }) => id),
      ),
      remove(
        server.owner,
        channelId,
        sent.slice(15, 30).map(({ id }) => id),
      ),
      ...Array.from({ length: 10 }, () => send(user, channelId)),
    ]);
    await socket.settle();
    const versions = socket.received.flatMap(([name, payload]) => {
      if (name === 'message:bulk-delete') return payload.ids.map((_, index) => payload.fromVersion + index);
      return name === 'message:new' || name === 'message:update' ? [payload.version] : [];
    });
    expect(versions).toEqual(Array.from({ length: versions.length }, (_, index) => 31 + index));
    const { version } = await hearth.db.channel.findUniqueOrThrow({ where: { id: BigInt(channelId) } });
    expect(version).toBe(versions.at(-1));
  });

  it('reaches nothing from before a moderator without the history came in', async () => {
    const server = await buildServer(hearth);
    const before = await send(server.owner, server.general.id);
    const { user } = await buildMember(hearth, { server });
    await buildRole(hearth, { server, permissions: ['MANAGE_MESSAGES'], members: [user] });
    await buildOverwrite(hearth, { channel: server.general, userId: user.id, deny: ['READ_MESSAGE_HISTORY'] });
    const after = await send(server.owner, server.general.id);
    expect((await remove(user, server.general.id, [before.id, after.id])).ids).toEqual([after.id]);
  });

  it('finds nothing in a channel that is being deleted', async () => {
    const { user, server } = await buildMember(hearth);
    const sent = await sendAll(user, server.general.id, 5);
    await whileDeletingChannel(hearth, server.general.id, async () => {
      const removing = remove(
        server.owner,
        server.general.id,
        sent.map(({ id }) => id),
      );
      await expect(removing).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('stops with the right to it, also one that is taken away at the last moment', async () => {
    const { user, server } = await buildMember(hearth);
    const roleId = await buildRole(hearth, { server, permissions: ['MANAGE_MESSAGES'], members: [user] });
    const sent = await sendAll(server.owner, server.general.id, 3);
    // Past the services: the node goes by what it knows until the version tells otherwise.
    await hearth.db.role.update({ where: { id: BigInt(roleId) }, data: { permissions: 0n } });
    await hearth.db.server.update({ where: { id: BigInt(server.id) }, data: { accessVersion: { increment: 1 } } });
    const removing = remove(
      user,
      server.general.id,
      sent.map(({ id }) => id),
    );
    await expect(removing).rejects.toMatchObject({ code: 'MISSING_PERMISSION' });
    expect((await page(server.owner, server.general.id)).every(({ deletedAt }) => deletedAt === null)).toBe(true);
  });

  it.each([{ ids: [] }, { ids: ['x'] }, { ids: Array.from({ length: 101 }, (_, index) => `${index + 1}`) }, {}])(
    'refuses %j',
    async (body) => {
      const server = await buildServer(hearth);
      const answer = await hearth.api.as(server.owner).send('post', `/channels/${server.general.id}/messages/bulk-delete`, body);
      expect(answer.body).toMatchObject({ code: 'VALIDATION' });
    },
  );
});
