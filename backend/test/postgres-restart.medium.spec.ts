import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Message } from '@hearth/contract';
import request from 'supertest';
import { createApp, type Node } from '../src/app.js';
import { AuthService } from '../src/auth/auth.service.js';
import { loadConfig } from '../src/config/load-config.js';
import { projectRoot } from '../src/config/project-root.js';
import { deployMigrations } from '../src/database/deploy-migrations.js';
import { EmbeddedPostgres } from '../src/database/embedded-postgres.js';
import { ServersService } from '../src/servers/servers.service.js';
import { TestSocket } from './test-socket.js';

/** A Postgres of its own, because it is restarted under the running app. */
const MESSAGES = 600;
const KILL_AT = 100;

let folder: string;
let postgres: EmbeddedPostgres;
let node: Node;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-restart-'));
  postgres = await EmbeddedPostgres.start(folder, { fast: true });
  const databaseUrl = await postgres.ensureDatabase('hearth');
  await deployMigrations(databaseUrl, path.join(projectRoot, 'prisma'));
  const config = loadConfig({ PORT: '0', DATA_DIR: folder, REGISTRATION: 'open', RATE_LIMIT_SCALE: '0', LOG_LEVEL: 'silent' });
  const secret = () => randomBytes(32).toString('base64url');
  node = await createApp({ config, secrets: { jwtSecret: secret(), setupToken: secret() }, databaseUrl, demo: false });
  await node.listen();
}, 60_000);

afterAll(async () => {
  await node.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** As the kernel would when memory runs out: its supervisor starts it again. */
async function killPostgres(): Promise<void> {
  const [pid] = (await readFile(path.join(folder, 'data/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

it('answers UNAVAILABLE while Postgres is away, and goes on by itself when it is back', async () => {
  const device = { userAgent: 'test', address: '127.0.0.1' };
  const { answer: account } = await node.nest.get(AuthService).register({ username: 'ada', password: 'correct horse battery' }, device);
  const caller = await node.nest.get(AuthService).authenticate(account.accessToken);
  const server = await node.nest.get(ServersService, { strict: false }).create(caller, 'Restart');
  const channelId = server.channels[0]?.id ?? '';
  const socket = await TestSocket.connect(node.url, account.accessToken);
  const send = (content: string, nonce: string) => socket.emit('message:send', { channelId, content, nonce });
  const refusals: string[] = [];
  const sendUntilStored = async (content: string): Promise<Message> => {
    const nonce = randomUUID();
    for (;;) {
      const answer = await send(content, nonce);
      if (answer.ok) return answer.data;
      refusals.push(answer.error.code);
      await sleep(20);
    }
  };

  const stored: Message[] = [];
  for (let index = 0; index < MESSAGES; index += 1) {
    if (index === KILL_AT) await killPostgres();
    stored.push(await sendUntilStored(`message ${index}`));
  }
  expect(new Set(refusals)).toEqual(new Set(['UNAVAILABLE']));
  expect(stored.map(({ seq, version }) => [seq, version])).toEqual(Array.from({ length: MESSAGES }, (_, index) => [index + 1, index + 1]));
  expect((await request(node.url).get('/health/ready')).status).toBe(200);
  expect(socket.ended).toBeUndefined();
  socket.close();
}, 60_000);
