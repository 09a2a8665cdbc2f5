import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setAvatar, type Problem } from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import type { Uploader } from '../../../test/factories/files.js';
import { pictureUrl } from '../../../test/factories/pictures.js';
import type { TestServer } from '../../../test/factories/servers.js';
import { buildUploader, contentOf as fileContent } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { limitDisk } from '../../../test/full-disk.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { startS3, type TestS3 } from '../../../test/s3/s3-server.js';
import { FilesService } from '../files.service.js';
import { FileStore } from '../storage/file-store.js';
import { PART } from '../storage/s3/s3-uploads.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let uploads: Uploader;
const meet = async () => {
  ({ user, server, uploads } = await buildUploader(hearth));
};

async function append(id: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Problem> {
  const answer = await fetch(`${hearth.url}/api/v1/files/${id}`, {
    method: 'PATCH',
    headers: {
      ...{ 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
      Authorization: `Bearer ${user.accessToken}`,
    },
    body: bytes,
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  return (await answer.json()) as Problem;
}
const received = async (id: string) => Number((await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(id) } })).received);
const contentOf = (id: string) => fileContent(hearth, user, id);

describe('a disk that is full', () => {
  beforeAll(async () => {
    hearth = await startTestApp({ env: { LOG_LEVEL: 'silent' } });
  });
  afterAll(() => hearth.close());
  beforeEach(meet);

  const full = { status: 503, code: 'UNAVAILABLE', retryAfter: 60 };

  it('in the middle of an upload keeps what it took, and the rest comes when there is room', async () => {
    const data = randomBytes(300_000);
    const id = await uploads.start(server.general.id, data.length);
    await uploads.append(id, 0, data.subarray(0, 1_000));
    const disk = await limitDisk(200_000);
    try {
      expect(await append(id, 1_000, data.subarray(1_000))).toMatchObject(full);
      const there = await uploads.offset(id);
      expect(there).toBeGreaterThan(1_000);
      expect(await append(id, there, data.subarray(there))).toMatchObject(full);
      expect(await uploads.offset(id)).toBe(there);
    } finally {
      disk.free();
    }
    const there = await uploads.offset(id);
    expect((await uploads.append(id, there, data.subarray(there))).status).toBe(204);
    expect((await contentOf(id)).equals(data)).toBe(true);
  });

  it('takes no picture, and nothing of it is left', async () => {
    const set = () => hearth.api.as(user).call(setAvatar, { body: { image: pictureUrl() } });
    const disk = await limitDisk(0);
    await expect(set()).rejects.toMatchObject(full);
    disk.free();
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(0);
    await hearth.get(FilesService).sweep();
    const shards = Array.from({ length: 100 }, (_, shard) => hearth.get(FileStore).list(shard));
    const kept = (await hearth.db.file.findMany()).map(({ objectId }) => objectId.toString());
    expect((await Promise.all(shards)).flat().filter(({ objectId }) => !kept.includes(objectId))).toEqual([]);
    expect((await set()).avatar).not.toBeNull();
  });
});

describe('an S3 that goes away', () => {
  let s3: TestS3;
  beforeAll(async () => {
    s3 = await startS3();
    hearth = await startTestApp({ env: { ...s3.environment(), LOG_LEVEL: 'silent' } });
    await meet();
  });
  afterAll(async () => {
    await hearth.close();
    await s3.remove();
  });

  const away = { status: 503, code: 'UNAVAILABLE', detail: 'The storage does not answer' };

  it('in the middle of an upload keeps what it took, and the rest comes when it is back', async () => {
    const data = randomBytes(PART + 500_000);
    const id = await uploads.start(server.general.id, data.length);
    const open = uploads.open(id, 0, data.length);
    await open.bring(data.subarray(0, PART + 1_000));
    await eventually(
      () => received(id),
      (bytes) => bytes === PART,
    );
    await s3.stop();
    await open.bring(data.subarray(PART + 1_000));
    expect(await open.answered).toBe(503);
    expect(await append(id, PART, data.subarray(PART))).toMatchObject(away);
    expect(await uploads.offset(id)).toBe(PART);
    await s3.start();
    expect((await uploads.append(id, PART, data.subarray(PART))).status).toBe(204);
    expect((await contentOf(id)).equals(data)).toBe(true);
  });

  it('gives nothing until it is back', async () => {
    const { avatar } = await hearth.api.as(user).call(setAvatar, { body: { image: pictureUrl() } });
    const read = () => hearth.api.as(user).send('get', `/files/${/\d+/.exec(avatar ?? '')?.[0]}/picture`);
    await s3.stop();
    const refused = await read();
    expect([refused.status, refused.body]).toEqual([503, expect.objectContaining(away)]);
    await s3.start();
    expect((await read()).status).toBe(200);
  });
});
