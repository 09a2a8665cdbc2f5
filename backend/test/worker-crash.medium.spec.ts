import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import type { Attachment, JobQueueState, JoinedServer, Message, SignedIn } from '@hearth/contract';
import { FolderStore } from '../src/files/storage/folder-store.js';
import { eventually } from './eventually.js';
import { Uploader } from './factories/files.js';
import { buildFilm } from './factories/recordings.js';
import { startHearth, type HearthProcess } from './hearth-process.js';
import { startRedis } from './redis.js';
import { createTestDatabase, type TestDatabase } from './template-database.js';

/** Milliseconds. What a node had begun that died is begun anew after a quarter of a minute. */
const PATIENCE = 60_000;
const NAMES = ['original', 'poster.avif', 'poster.webp', 'preview.avif', 'preview.webp', 'thumbnail.avif', 'thumbnail.webp', 'video'];

/** Who serves people, and who works: one process, or two. */
interface Nodes {
  web: HearthProcess;
  worker: HearthProcess;
  startWorker(): Promise<HearthProcess>;
}

/** What the nodes of one installation share, with its end. */
class Place {
  readonly folder: string;
  /** Where what is worked at lies. */
  readonly temporary: string;
  /** The last that was begun ends first. */
  private readonly endings: (() => Promise<unknown>)[];

  private constructor(
    private readonly root: string,
    private readonly database: TestDatabase,
  ) {
    [this.folder, this.temporary] = [path.join(root, 'data'), path.join(root, 'temporary')];
    this.endings = [() => database.drop(), () => rm(root, { recursive: true })];
  }

  static async build(): Promise<Place> {
    const place = new Place(await mkdtemp(path.join(tmpdir(), 'hearth-workers-')), await createTestDatabase());
    await mkdir(place.temporary);
    return place;
  }

  async start(environment: Record<string, string>): Promise<HearthProcess> {
    const shared = { DATABASE_URL: this.database.url, DATA_DIR: this.folder, TMPDIR: this.temporary, RATE_LIMIT_SCALE: '0', PORT: '0' };
    const node = await startHearth({ ...shared, ...environment });
    this.endings.unshift(() => node.stop());
    return node;
  }

  async startRedis(): Promise<string> {
    const redis = await startRedis();
    this.endings.unshift(() => redis.stop());
    return redis.url;
  }

  async end(): Promise<void> {
    for (const end of this.endings) await end();
  }
}

async function together(place: Place): Promise<Nodes> {
  const node = await place.start({});
  const { port: PORT } = new URL(node.url);
  return { web: node, worker: node, startWorker: () => place.start({ PORT }) };
}

async function apart(place: Place): Promise<Nodes> {
  const REDIS_URL = await place.startRedis();
  const startWorker = () => place.start({ REDIS_URL, HEARTH_ROLE: 'worker' });
  return { web: await place.start({ REDIS_URL, HEARTH_ROLE: 'web' }), worker: await startWorker(), startWorker };
}

async function expectOnceMade(place: Place, { web, worker, startWorker }: Nodes): Promise<void> {
  const { ask, user } = await enter(web);
  const { channels } = await ask<JoinedServer>('POST', '/servers', { name: 'Crash' });
  const channelId = channels[0]?.id ?? '';
  const film = await buildFilm({ size: '1280x736', seconds: 25 });
  const fileId = await new Uploader(web, user).upload(channelId, film, { name: 'walk.mp4' });
  const said = { nonce: randomUUID(), attachmentIds: [fileId] };
  const { id } = await ask<Message>('POST', `/channels/${channelId}/messages`, said);

  const queues = async () => (await ask<{ queues: JobQueueState[] }>('GET', '/admin/jobs')).queues;
  const renditions = async () => (await queues()).find(({ queue }) => queue === 'renditions');
  expect(await eventually(renditions, (queue) => queue?.active === 1, PATIENCE)).toMatchObject({ active: 1 });
  expect(
    await eventually(
      () => readdir(place.temporary),
      (names) => names.length === 1,
    ),
  ).toHaveLength(1);
  await worker.kill();

  await startWorker();
  const shown = async () => (await ask<Message>('GET', `/messages/${id}`)).attachments[0] as Attachment;
  const made = await eventually(shown, ({ variants }) => variants.includes('video'), PATIENCE);
  expect(made).toMatchObject({ state: 'ready', duration: 25, variants: ['poster', 'preview', 'thumbnail', 'video'] });
  const over = await eventually(renditions, (queue) => queue?.active === 0, PATIENCE);
  expect(over).toMatchObject({ active: 0, waiting: 0, delayed: 0, failed: 0 });

  const all = await new FolderStore(path.join(place.folder, 'files')).list(Number(fileId.slice(-2)));
  expect(all.map(({ name }) => name).toSorted()).toEqual(NAMES);
  expect(await ask('GET', '/users/me/storage')).toMatchObject({ bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) });
  expect(await readdir(place.temporary)).toEqual([]);
}

async function killAndFollow(open: (place: Place) => Promise<Nodes>): Promise<void> {
  const place = await Place.build();
  try {
    await expectOnceMade(place, await open(place));
  } finally {
    await place.end();
  }
}

it('a rendition that is being made when its node is killed is made once, with jobs in Postgres as in Redis', async () => {
  // Both wait for most of the time.
  const outcomes = await Promise.allSettled([killAndFollow(together), killAndFollow(apart)]);
  expect(outcomes).toEqual([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
}, 120_000);

/** The first to come runs the installation. */
async function enter({ url, setupToken }: HearthProcess) {
  const account = { username: 'ada', password: 'correct horse battery', setupToken };
  const user = await askOf<SignedIn>(url, '', 'POST', '/auth/register', account);
  const ask = <T>(method: string, route: string, body?: object) => askOf<T>(url, user.accessToken, method, route, body);
  return { ask, user };
}

async function askOf<T>(url: string, token: string, method: string, route: string, body?: object): Promise<T> {
  const answer = await fetch(`${url}/api/v1${route}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
