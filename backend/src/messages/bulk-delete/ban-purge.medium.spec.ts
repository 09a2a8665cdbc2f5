import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { banMember, idAt, type Channel } from '@hearth/contract';
import { buildChannel, buildMember, buildServer, type TestServer } from '../../../test/factories/servers.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { MessagesService } from '../messages.service.js';

let hearth: TestApp;
beforeAll(async () => {
  hearth = await startTestApp();
});
afterAll(() => hearth.close());

const HOUR = 3_600_000;

const send = (user: TestUser, channelId: string) =>
  hearth.get(MessagesService).create(user, channelId, { content: 'spam', nonce: randomUUID() });
const ban = (server: TestServer, user: TestUser, deleteMessageSeconds?: number) =>
  hearth.api.as(server.owner).call(banMember, {
    params: { serverId: server.id, userId: user.id },
    body: { ...(deleteMessageSeconds !== undefined && { deleteMessageSeconds }) },
  });

/** Straight into the database, as nobody writes that much in a test. Made within a second, some milliseconds apart. */
async function insertMany(user: TestUser, { id }: Pick<Channel, 'id'>, count: number, at: number): Promise<void> {
  const channelId = BigInt(id);
  const { lastSeq, version } = await hearth.db.channel.update({
    where: { id: channelId },
    data: { lastSeq: { increment: count }, version: { increment: count } },
  });
  const rows = Array.from({ length: count }, (_, index) => ({
    id: BigInt(idAt(at)) + (channelId % 1_000n) * 10_000n + BigInt(index),
    channelId,
    seq: lastSeq - count + index + 1,
    version: version - count + index + 1,
    authorId: BigInt(user.id),
    content: 'spam',
  }));
  await hearth.db.message.createMany({ data: rows });
}

const left = (user: TestUser) =>
  hearth.db.message.findMany({ where: { authorId: BigInt(user.id), deletedAt: null }, select: { channelId: true } });

describe('the messages of somebody who is banned', () => {
  it('go as far back as was asked, from all channels of this server, and the moderator sees how far it is', async () => {
    const { user, server } = await buildMember(hearth);
    const other = await buildChannel(hearth, { server });
    const elsewhere = await buildServer(hearth, { owner: user });
    const now = Date.now();
    await insertMany(user, server.general, 700, now - HOUR / 2);
    await insertMany(user, other, 60, now - HOUR / 2);
    await insertMany(user, server.general, 3, now - 2 * HOUR);
    await send(user, elsewhere.general.id);
    await send(server.owner, other.id);
    const [moderator, witness] = [await hearth.connect(server.owner), await hearth.connect(server.owner)];
    await ban(server, user, 3_600);
    const done = await moderator.next('moderation:progress', ({ status }) => status === 'DONE');
    expect(done).toEqual({ serverId: server.id, kind: 'BAN', targetId: user.id, status: 'DONE', done: 760, total: 760 });
    expect(moderator.all('moderation:progress')[0]).toMatchObject({ status: 'RUNNING', done: 500, total: 760 });
    expect((await left(user)).map(({ channelId }) => channelId.toString()).sort()).toEqual(
      [...Array.from({ length: 3 }, () => server.general.id), elsewhere.general.id].sort(),
    );
    expect(await hearth.db.message.count({ where: { authorId: BigInt(server.owner.id), deletedAt: null } })).toBe(1);
    const events = witness.all('message:bulk-delete');
    expect(events.reduce((sum, { ids }) => sum + ids.length, 0)).toBe(760);
    expect(new Set(events.map(({ channelId }) => channelId))).toEqual(new Set([server.general.id, other.id]));
    for (const { ids, seqs, fromVersion, version } of events)
      expect([ids.length, version - fromVersion + 1]).toEqual([seqs.length, seqs.length]);
  });

  it('stay where nobody asked, and so does what AutoMod said of them', async () => {
    const { user, server } = await buildMember(hearth);
    const message = await send(user, server.general.id);
    const alert = await send(user, server.general.id);
    await hearth.db.message.update({ where: { id: BigInt(alert.id) }, data: { type: 'AUTOMOD_ALERT' } });
    await ban(server, user);
    await sleep(300);
    expect(await left(user)).toHaveLength(2);
    const moderator = await hearth.connect(server.owner);
    await ban(server, user, 60);
    expect((await moderator.next('message:bulk-delete')).ids).toEqual([message.id]);
    await moderator.next('moderation:progress', ({ status }) => status === 'DONE');
    expect(await left(user)).toHaveLength(1);
  });
});
