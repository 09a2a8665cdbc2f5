import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createMessage,
  deleteAdminFile,
  forwardMessage,
  getAdminSettings,
  getAdminStorage,
  getUploadLimits,
  listAdminFiles,
  listAdminLog,
  listJobs,
  retryJob,
  deleteJob,
  updateAdminSettings,
  type AdminSettings,
  type Request,
} from '@hearth/contract';
import * as z from 'zod';
import { eventually } from '../../test/eventually.js';
import { Uploader } from '../../test/factories/files.js';
import { buildMember, type TestServer } from '../../test/factories/servers.js';
import { buildUser, type TestUser } from '../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../test/harness.js';
import { Snowflakes } from '../database/snowflakes.js';
import { FileCheckService } from '../files/check/file-check.service.js';
import { FilesService } from '../files/files.service.js';
import { FileStore } from '../files/storage/file-store.js';
import { defineJob } from '../jobs/job.js';
import { JobsService } from '../jobs/jobs.service.js';

let hearth: TestApp;
let admin: TestUser;
let user: TestUser;
let server: TestServer;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
  admin = await buildUser(hearth, { setupToken: hearth.boot.secrets.setupToken });
  ({ user, server } = await buildMember(hearth));
  uploads = new Uploader(hearth, user);
});
afterAll(() => hearth.close());

const set = (body: Partial<AdminSettings>) => hearth.api.as(admin).call(updateAdminSettings, { body });
const log = async () => (await hearth.api.as(admin).call(listAdminLog)).entries;

describe('settings of the installation', () => {
  it('hold for what is uploaded from then on, are told to the app, and stand in the log', async () => {
    const before = await hearth.api.as(admin).call(getAdminSettings);
    expect(before).toEqual({
      maxFileBytes: 100 * 2 ** 20,
      userFileBytes: 10 * 2 ** 30,
      serverFileBytes: 100 * 2 ** 30,
      fileKinds: ['image', 'video', 'audio', 'document', 'file'],
    });
    const after = await set({ maxFileBytes: 1_000, fileKinds: ['document', 'image'] });
    expect(after).toEqual({ ...before, maxFileBytes: 1_000, fileKinds: ['image', 'document'] });
    expect(await hearth.api.as(user).call(getUploadLimits)).toEqual({ maxFileBytes: 1_000, kinds: ['image', 'document'] });
    const refused = await uploads.begin({ channelId: server.general.id, name: 'big.txt' }, 1_001);
    expect([refused.status, refused.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    await set({});
    expect(await log()).toMatchObject([
      {
        actor: { id: admin.id },
        action: 'SETTINGS_UPDATE',
        target: null,
        changes: [
          { key: 'maxFileBytes', before: 100 * 2 ** 20, after: 1_000 },
          { key: 'fileKinds', after: ['image', 'document'] },
        ],
      },
    ]);
    await set(before);
  });

  it('let nothing stay of a kind that is not allowed, as soon as its content shows what it is', async () => {
    await set({ fileKinds: ['image'] });
    const id = await uploads.start(server.general.id, 10, { name: 'picture.png', type: 'image/png' });
    const answer = await uploads.append(id, 0, 'some words');
    expect([answer.status, answer.code]).toEqual([415, 'FILE_KIND_NOT_ALLOWED']);
    expect(await hearth.db.file.findUnique({ where: { id: BigInt(id) } })).toBeNull();
    expect((await uploads.look(id)).status).toBe(404);
    await set({ fileKinds: ['image', 'video', 'audio', 'document', 'file'] });
  });

  it('are refused where they make no sense', async () => {
    for (const body of [
      { maxFileBytes: 0 },
      { userFileBytes: 1.5 },
      { serverFileBytes: 2 ** 51 },
      { fileKinds: ['image', 'image'] },
      { fileKinds: ['word'] },
    ]) {
      const answer = await hearth.api.as(admin).send('patch', '/admin/settings', body);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'VALIDATION']);
    }
  });
});

describe('storage', () => {
  it('is told by kind, by who has most, and by what is not done', async () => {
    const sent = await uploads.upload(server.general.id, 'x'.repeat(1_000));
    await hearth.api
      .as(user)
      .call(createMessage, { params: { channelId: server.general.id }, body: { nonce: crypto.randomUUID(), attachmentIds: [sent] } });
    await uploads.start(server.general.id, 500);
    await uploads.upload(server.general.id, 'y'.repeat(20));
    const gone = await uploads.upload(server.general.id);
    await uploads.remove(gone);
    const storage = await hearth.api.as(admin).call(getAdminStorage);
    expect(storage).toMatchObject({
      store: { driver: 'folder', isUp: true, freeBytes: expect.any(Number), totalBytes: expect.any(Number) },
      kinds: [{ kind: 'ATTACHMENT', bytes: 1_520, count: 3 }],
      bytes: 1_520,
      count: 3,
      users: [{ user: { id: user.id }, bytes: 1_520, count: 3 }],
      servers: [{ server: { id: server.id, name: 'Test server', icon: null }, bytes: 1_520, count: 3 }],
      uploading: { bytes: 500, count: 1 },
      unsent: { bytes: 20, count: 1 },
      processing: { bytes: 0, count: 0 },
      quarantined: { bytes: 0, count: 0 },
      tools: { ffmpeg: { available: expect.any(Boolean) }, scanner: null },
      check: null,
    });
    expect(storage.removals).toBeGreaterThan(0);
    await hearth.get(FilesService).sweep();
    await hearth.get(FileCheckService).finish({ orphans: 1, leftovers: 0, missing: 2 });
    const later = await hearth.api.as(admin).call(getAdminStorage);
    expect(later).toMatchObject({ removals: 0, check: { orphans: 1, leftovers: 0, missing: 2 } });
  });
});

describe('files', () => {
  const list = (query: Request<typeof listAdminFiles>['query']) => hearth.api.as(admin).call(listAdminFiles, { query });
  const remove = (fileId: string) => hearth.api.as(admin).call(deleteAdminFile, { params: { fileId } });
  const send = (content: string, ...attachmentIds: string[]) =>
    hearth.api
      .as(user)
      .call(createMessage, { params: { channelId: server.general.id }, body: { nonce: crypto.randomUUID(), content, attachmentIds } });
  const isStored = async (objectId: string) => {
    await hearth.get(FilesService).sweep();
    return (await hearth.get(FileStore).list(Number(objectId.slice(-2)))).some((object) => object.objectId === objectId);
  };
  const quarantine = (id: string) =>
    hearth.db.file.update({ where: { id: BigInt(id) }, data: { state: 'QUARANTINED', meta: { kind: 'file', threat: 'Eicar' } } });

  it('are listed the biggest first, of a user and of a server, without what they are called or where they stand', async () => {
    const big = await uploads.upload(server.general.id, 'z'.repeat(9_000), { name: 'secret.txt' });
    await send('secret words', big);
    for (const whose of [{ userId: user.id }, { serverId: server.id }]) {
      const first = await list({ ...whose, limit: '1' });
      expect(first.files).toEqual([
        {
          ...{ id: big, kind: 'ATTACHMENT', contentType: 'text/plain', bytes: 9_000, createdAt: expect.any(String), state: 'ready' },
          owner: { id: user.id, username: user.username, displayName: expect.any(String), avatar: null },
          server: { id: server.id, name: 'Test server', icon: null },
        },
      ]);
      const rest = await list({ ...whose, cursor: first.nextCursor ?? '' });
      expect(rest.files.map(({ bytes }) => bytes)).toEqual([1_000, 500, 20]);
      expect([rest.files[1]?.state, rest.nextCursor]).toEqual(['uploading', null]);
      expect(JSON.stringify([first, rest])).not.toContain('secret');
    }
    for (const query of ['', `?userId=${user.id}&serverId=${server.id}`, '?state=ready', `?userId=${user.id}&cursor=x`]) {
      const answer = await hearth.api.as(admin).send('get', `/admin/files${query}`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'VALIDATION']);
    }
  });

  it('are deleted for everybody, with a message that is nothing else, and what was handed on stays', async () => {
    const [bare, one, other] = [
      await uploads.upload(server.general.id),
      await uploads.upload(server.general.id),
      await uploads.upload(server.general.id),
    ];
    const [alone, words] = [await send('', bare), await send('Some words', one, other)];
    const body = { channelIds: [server.general.id], nonce: crypto.randomUUID() };
    await hearth.api.as(user).call(forwardMessage, { params: { messageId: words.id }, body });
    const socket = await hearth.connect(server.owner);
    await remove(bare);
    expect((await socket.next('message:delete')).message).toMatchObject({ id: alone.id, attachments: [] });
    await remove(one);
    expect((await socket.next('message:update')).message).toMatchObject({
      id: words.id,
      content: 'Some words',
      attachments: [{ id: other }],
    });
    expect([await isStored(bare), await isStored(one)]).toEqual([false, true]);
    expect((await log()).slice(0, 2)).toMatchObject([
      { actor: { id: admin.id }, action: 'FILE_DELETE', target: one },
      {
        target: bare,
        changes: [
          { key: 'bytes', before: 10, after: null },
          { key: 'ownerId', before: user.id },
          { key: 'serverId', before: server.id },
        ],
      },
    ]);
    await expect(remove(bare)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that nobody gets are listed together, also before they are sent, and deleted', async () => {
    const [sent, unsent] = [await uploads.upload(server.general.id, 'sent'), await uploads.upload(server.general.id, 'no')];
    await send('Look', sent);
    for (const id of [sent, unsent]) await quarantine(id);
    const { files } = await list({ state: 'quarantined' });
    expect(files).toMatchObject([
      { id: sent, state: 'quarantined', threat: 'Eicar' },
      { id: unsent, state: 'quarantined' },
    ]);
    for (const id of [sent, unsent]) await remove(id);
    expect(await list({ state: 'quarantined' })).toEqual({ files: [], nextCursor: null });
    expect([await isStored(sent), await isStored(unsent)]).toEqual([false, false]);
  });

  it('that are emoji or pictures stay: they are managed elsewhere', async () => {
    const id = BigInt(hearth.get(Snowflakes).next());
    await hearth.db.file.create({
      data: { id, objectId: id, kind: 'EMOJI', ownerId: BigInt(user.id), serverId: BigInt(server.id), variants: {}, bytes: 5n },
    });
    await expect(remove(id.toString())).rejects.toMatchObject({ status: 409, code: 'CONFLICT' });
    expect((await list({ serverId: server.id })).files).toContainEqual(expect.objectContaining({ id: id.toString(), kind: 'EMOJI' }));
    expect((await log())[0]).not.toMatchObject({ target: id.toString() });
  });
});

describe('jobs', () => {
  it('that were given up are seen by name and reason alone, tried again, and let go of', async () => {
    const jobs = hearth.get(JobsService);
    const vain = defineJob('vain', z.object({ secret: z.string() }), { attempts: 1 });
    let attempts = 0;
    jobs.handle(vain, {
      run: () => {
        attempts += 1;
        return attempts < 3 ? Promise.reject(new Error('nobody is there')) : Promise.resolve(undefined);
      },
    });
    const failed = () =>
      eventually(
        async () => (await hearth.api.as(admin).call(listJobs)).queues.find(({ queue }) => queue === 'hearth'),
        (queue) => queue?.failed === 1,
      );
    await jobs.enqueue(vain, 'a', { secret: 'words' });
    const queue = await failed();
    const [job] = queue?.lastFailed ?? [];
    expect(job).toMatchObject({ name: 'vain', key: 'a', reason: 'nobody is there', attempts: 1 });
    expect(Date.parse(job?.failedAt ?? '')).toBeGreaterThan(0);
    expect(JSON.stringify(queue)).not.toContain('words');
    const params = { queue: 'hearth' as const, jobId: job?.id ?? '' };
    await hearth.api.as(admin).call(retryJob, { params });
    await eventually(
      () => Promise.resolve(attempts),
      (count) => count === 2,
    );
    await failed();
    await hearth.api.as(admin).call(deleteJob, { params });
    for (const act of [retryJob, deleteJob])
      await expect(hearth.api.as(admin).call(act, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await log()).slice(0, 2)).toMatchObject([
      { action: 'JOB_DELETE', target: job?.id },
      { action: 'JOB_RETRY', target: job?.id },
    ]);
    for (const nowhere of ['nowhere/x', 'hearth/%00'])
      expect((await hearth.api.as(admin).send('delete', `/admin/jobs/${nowhere}`)).status).toBe(400);
  });
});
