import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { permissionsOf, setOverwrite } from '@hearth/contract';
import { buildChannel, buildMember, buildOverwrite, buildRole } from '../../../test/factories/servers.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { startRedis, type TestRedis } from '../../../test/redis.js';

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

describe('an open channel that becomes private at one node', () => {
  it('is told at the other to those who still see it, as to those who do not', async () => {
    const { user: keeper, server } = await buildMember(one);
    const { user: loser } = await buildMember(one, { server });
    const roleId = await buildRole(one, { server, permissions: [], members: [keeper] });
    const category = await buildChannel(one, { server, type: 'CATEGORY' });
    await buildOverwrite(one, { channel: category, roleId, allow: ['VIEW_CHANNEL'] });
    const channel = await buildChannel(one, { server, parentId: category.id });
    const [kept, lost] = [await other.connect(keeper), await other.connect(loser)];

    const { overwrites } = await one.api.as(server.owner).call(setOverwrite, {
      params: { channelId: category.id, targetId: server.id },
      body: { type: 'ROLE', allow: '0', deny: permissionsOf('VIEW_CHANNEL').toString() },
    });
    for (const { id } of [category, channel]) {
      expect(await kept.next('channel:update', (news) => news.id === id && news.overwrites.length === 2)).toMatchObject({ overwrites });
      await lost.next('channel:delete', ({ channelId }) => channelId === id);
    }
    await lost.settle();
    expect(lost.all('channel:update')).toEqual([]);
    for (const socket of [kept, lost]) socket.close();
  });
});
