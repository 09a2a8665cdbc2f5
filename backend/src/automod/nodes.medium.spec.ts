import { randomUUID } from 'node:crypto';
import { createMessage, updateAutoModRule, type Channel } from '@hearth/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildRule } from '../../test/factories/automod.js';
import { buildMember } from '../../test/factories/servers.js';
import type { TestUser } from '../../test/factories/users.js';
import { eventually } from '../../test/eventually.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { startRedis, type TestRedis } from '../../test/redis.js';

let redis: TestRedis;
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  redis = await startRedis();
  one = await startTestApp({ redisUrl: redis.url });
  other = await startTestApp({ redisUrl: redis.url, beside: one });
});

afterAll(async () => {
  await other.close();
  await one.close();
  await redis.stop();
});

const send = (hearth: TestApp, user: TestUser, { id }: Channel, content: string): Promise<string> =>
  hearth.api
    .as(user)
    .call(createMessage, { params: { channelId: id }, body: { content, nonce: randomUUID() } })
    .then(
      () => 'sent',
      ({ code }: { code: string }) => code,
    );

describe('over several nodes', () => {
  it('a rule holds on all of them, and as it was changed on one', async () => {
    const { user, server } = await buildMember(one);
    expect(await send(other, user, server.general, 'forbidden')).toBe('sent');
    const rule = await buildRule(one, { server });
    const onOther = () => send(other, user, server.general, 'forbidden');
    expect(await eventually(onOther, (answer) => answer !== 'sent')).toBe('AUTOMOD_BLOCKED');
    const change = { params: { serverId: server.id, ruleId: rule.id }, body: { enabled: false } };
    await one.api.as(server.owner).call(updateAutoModRule, change);
    expect(await eventually(onOther, (answer) => answer === 'sent')).toBe('sent');
  });

  it('repeated text is counted wherever it is sent', async () => {
    const { user, server } = await buildMember(one);
    await buildRule(one, { server, trigger: { type: 'REPEATED_TEXT', count: 3, seconds: 600 } });
    const answers = [
      await send(one, user, server.general, 'again'),
      await send(other, user, server.general, 'again'),
      await send(other, user, server.general, 'again'),
      await send(one, user, server.general, 'again'),
    ];
    expect(answers).toEqual(['sent', 'sent', 'AUTOMOD_BLOCKED', 'AUTOMOD_BLOCKED']);
  });

  it('what was changed while the broker was away holds after it is back', async () => {
    const { user, server } = await buildMember(one);
    expect(await send(other, user, server.general, 'forbidden')).toBe('sent');
    await redis.stop();
    await buildRule(one, { server });
    await redis.restart();
    const onOther = () => send(other, user, server.general, 'forbidden');
    expect(await eventually(onOther, (answer) => answer === 'AUTOMOD_BLOCKED')).toBe('AUTOMOD_BLOCKED');
  }, 60_000);
});
