import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createMessage } from '@hearth/contract';
import { Uploader } from './factories/files.js';
import { pictureUrl } from './factories/pictures.js';
import { buildMember } from './factories/servers.js';
import { startTestApp, type TestApp } from './harness.js';
import { startRedis, type TestRedis } from './redis.js';

let redis: TestRedis;
let web: TestApp;
let worker: TestApp;

beforeAll(async () => {
  redis = await startRedis();
  // The database is that of the test; the configuration wants to be told of one.
  const env = { DATABASE_URL: 'postgresql://shared/hearth', LOG_LEVEL: 'silent' };
  web = await startTestApp({ redisUrl: redis.url, env: { ...env, HEARTH_ROLE: 'web' } });
  const dataDir = web.boot.config.dataDir;
  worker = await startTestApp({ redisUrl: redis.url, beside: web, env: { ...env, HEARTH_ROLE: 'worker', DATA_DIR: dataDir } });
}, 60_000);

afterAll(async () => {
  await worker.close();
  await web.close();
  await redis.stop();
}, 60_000);

it('what one node takes in the other makes ready, and those who wait hear of it', async () => {
  const { user, server } = await buildMember(web);
  const channelId = server.general.id;
  const socket = await web.connect(server.owner);
  const picture = Buffer.from(pictureUrl().split(',')[1] ?? '', 'base64');
  const id = await new Uploader(web, user).upload(channelId, picture, { name: 'cat.png' });
  const message = await web.api
    .as(user)
    .call(createMessage, { params: { channelId }, body: { nonce: crypto.randomUUID(), attachmentIds: [id] } });
  // It may have been quicker than the message.
  const [{ state } = {}] = message.attachments;
  if (state !== 'ready') expect((await socket.next('message:update')).message.attachments).toMatchObject([{ id, state: 'ready' }]);
});

it('a node that works serves nobody, and says how it is', async () => {
  for (const path of ['/', '/api/v1/instance', '/api/openapi.json', '/socket.io/?EIO=4&transport=polling'])
    expect((await fetch(`${worker.url}${path}`)).ok).toBe(false);
  expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
  expect((await fetch(`${web.url}/api/v1/instance`)).status).toBe(200);
});
