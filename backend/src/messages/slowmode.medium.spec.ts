import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMessage, editMessage, updateChannel, type Channel } from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildRole } from '../../test/factories/servers.js';
import { buildThread } from '../../test/factories/threads.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { startRedis, type TestRedis } from '../../test/redis.js';
import { ProblemError } from '../http/problem.js';
import { MessagesService } from './messages.service.js';

/** Two nodes on one database and one Redis. */
let redis: TestRedis;
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  redis = await startRedis();
  one = await startTestApp({ redisUrl: redis.url });
  other = await startTestApp({ redisUrl: redis.url, beside: one });
}, 60_000);

afterAll(async () => {
  await other.close();
  await one.close();
  await redis.stop();
}, 60_000);

const words = (content = 'words') => ({ content, nonce: crypto.randomUUID() });
const send = (app: TestApp, caller: TestUser, { id }: Channel, body = words()) =>
  app.api.as(caller).call(createMessage, { params: { channelId: id }, body });

async function buildSlow(slowmode = 600) {
  const { user, server } = await buildMember(one);
  const channel = await buildChannel(one, { server, slowmode });
  expect(channel.slowmode).toBe(slowmode);
  return { user, server, channel };
}

describe('slow mode', () => {
  it('lets a member send once in its time, over all nodes and either transport', async () => {
    const { user, channel } = await buildSlow();
    await send(one, user, channel);
    await expect(send(other, user, channel)).rejects.toMatchObject({ code: 'SLOWMODE', status: 429 });
    const device = await other.connect(user);
    const answer = await device.emit('message:send', { channelId: channel.id, ...words() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'SLOWMODE' } });
    if (!answer.ok) expect(answer.error.retryAfter).toBeGreaterThan(500);
  });

  it('lets one through of many at once', async () => {
    const { user, channel } = await buildSlow();
    const answers = await Promise.allSettled([1, 2, 3, 4].map((index) => send(index % 2 ? one : other, user, channel)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('answers what is sent again with the first message', async () => {
    const { user, channel } = await buildSlow();
    const body = words();
    const first = await send(one, user, channel, body);
    expect(await send(other, user, channel, body)).toEqual(first);
    await expect(send(one, user, channel, { ...body, content: 'other' })).rejects.toMatchObject({ code: 'NONCE_REUSED' });
  });

  it('counts each member for themselves, and each channel', async () => {
    const { user, server, channel } = await buildSlow();
    const { user: second } = await buildMember(one, { server });
    const elsewhere = await buildChannel(one, { server, slowmode: 600 });
    await send(one, user, channel);
    expect((await send(one, second, channel)).seq).toBe(2);
    expect((await send(one, user, elsewhere)).seq).toBe(1);
  });

  it.each(['BYPASS_SLOWMODE', 'MANAGE_MESSAGES', 'MANAGE_CHANNELS'] as const)('is not for those with %s', async (permission) => {
    const { user, server, channel } = await buildSlow();
    await buildRole(one, { server, permissions: [permission], members: [user] });
    await send(one, user, channel);
    expect((await send(one, user, channel)).seq).toBe(2);
  });

  it('takes nobody’s turn for what is not stored, and none for an edit', async () => {
    const { user, channel } = await buildSlow();
    one.get(MessagesService).guard(async ({ content }) => (content === 'mine' ? { refusal: new ProblemError('AUTOMOD_BLOCKED') } : null));
    await expect(send(one, user, channel, words('mine'))).rejects.toMatchObject({ code: 'AUTOMOD_BLOCKED' });
    const message = await send(one, user, channel);
    await one.api.as(user).call(editMessage, { params: { messageId: message.id }, body: { content: 'better' } });
    await expect(send(one, user, channel)).rejects.toMatchObject({ code: 'SLOWMODE' });
  });

  it('holds at once when it is set, changed or ended', async () => {
    const { user, server } = await buildMember(one);
    const set = (slowmode: number) =>
      one.api.as(server.owner).call(updateChannel, { params: { channelId: server.general.id }, body: { slowmode } });
    await send(one, user, server.general);
    await send(one, user, server.general);
    expect((await set(21_600)).slowmode).toBe(21_600);
    await send(other, user, server.general);
    await expect(send(one, user, server.general)).rejects.toMatchObject({ code: 'SLOWMODE' });
    await set(0);
    expect((await send(other, user, server.general)).content).toBe('words');
    for (const slowmode of [-1, 21_601, 1.5]) await expect(set(slowmode)).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  it('is that of a thread in a thread', async () => {
    const { user, server } = await buildMember(one);
    const thread = await buildThread(one, { owner: server.owner, parent: server.general });
    await one.api.as(server.owner).call(updateChannel, { params: { channelId: thread.id }, body: { slowmode: 60 } });
    await send(one, user, thread);
    await expect(send(other, user, thread)).rejects.toMatchObject({ code: 'SLOWMODE' });
    await buildOverwrite(one, { channel: server.general, userId: user.id, allow: ['BYPASS_SLOWMODE'] });
    expect((await send(other, user, thread)).content).toBe('words');
  });
});
