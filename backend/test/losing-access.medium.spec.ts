import { afterAll, beforeAll, describe } from '@jest/globals';
import { startTestApp, type TestApp } from './harness.js';
import { describeLosingAccess } from './losing-access.js';
import { startRedis, type TestRedis } from './redis.js';

describe('losing access', () => {
  let hearth: TestApp;
  beforeAll(async () => {
    hearth = await startTestApp();
  });
  afterAll(() => hearth.close());

  describeLosingAccess(() => ({ owners: hearth, members: hearth }));
});

describe('losing access on another node', () => {
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

  describeLosingAccess(() => ({ owners: one, members: other }));
});
