import { randomUUID } from 'node:crypto';
import { createMessage, createThread, listThreads, type Channel } from '@hearth/contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buildRule } from '../../test/factories/automod.js';
import { buildChannel, buildMember } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';

let hearth: TestApp;

beforeAll(async () => {
  hearth = await startTestApp();
});

afterAll(() => hearth.close());

const begin = (user: TestUser, { id }: Channel, name: string, content: string) =>
  hearth.api.as(user).call(createThread, { params: { channelId: id }, body: { name, content, nonce: randomUUID() } });

it('a thread is not begun with a name or a first message that is refused, and is under the rules of its channel', async () => {
  const { user, server } = await buildMember(hearth);
  const exempt = await buildChannel(hearth, { server });
  await buildRule(hearth, { server, exemptChannelIds: [exempt.id] });
  const blocked = { code: 'AUTOMOD_BLOCKED' };
  await expect(begin(user, server.general, 'fine', 'forbidden')).rejects.toMatchObject(blocked);
  await expect(begin(user, server.general, 'forbidden', 'fine')).rejects.toMatchObject(blocked);
  const api = hearth.api.as(user);
  const { threads } = await api.call(listThreads, { params: { channelId: server.general.id }, query: {} });
  expect(threads).toEqual([]);

  const thread = await begin(user, exempt, 'forbidden', 'forbidden');
  const body = { content: 'forbidden again', nonce: randomUUID() };
  expect((await api.call(createMessage, { params: { channelId: thread.id }, body })).channelId).toBe(thread.id);
});
