import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { limits, type Channel } from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import { Uploader } from '../../../test/factories/files.js';
import { buildChannel, buildMember, buildOverwrite, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader, contentOf as fileContent, namesInStore } from '../../../test/factories/uploaders.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { FilesService } from '../files.service.js';
import { FileStore, type UploadState } from '../storage/file-store.js';
import { UploadsService } from './uploads.service.js';

const WORDS = 'The quick brown fox jumps over the lazy dog';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;
let uploads: Uploader;

beforeAll(async () => {
  hearth = await startTestApp();
  ({ server } = await buildMember(hearth));
});
afterAll(() => hearth.close());

beforeEach(async () => {
  ({ user, channel, uploads } = await buildUploader(hearth, { server }));
});

const row = (id: string) => hearth.db.file.findUnique({ where: { id: BigInt(id) } });
const stored = (id: string) => namesInStore(hearth, id);
const contentOf = async (id: string) => (await fileContent(hearth, user, id)).toString();
const empty = async () => {
  await hearth.get(UploadsService).sweep();
  await hearth.get(FilesService).sweep();
};
const longAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);

describe('an upload', () => {
  it('is whole once its last byte came, and is what is in it', async () => {
    const begun = await uploads.begin({ channelId: channel.id, name: 'notes.png', alt: ' A fox ', spoiler: '' }, WORDS.length);
    expect([begun.status, begun.headers.get('tus-resumable')]).toEqual([201, '1.0.0']);
    expect(Date.parse(begun.headers.get('upload-expires') ?? '')).toBeGreaterThan(Date.now());
    const id = begun.headers.get('location')?.split('/').at(-1) ?? '';
    const first = await uploads.append(id, 0, WORDS.slice(0, 10));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '10']);
    expect(await row(id)).toMatchObject({ state: 'UPLOADING', received: 10n, readyAt: null, messageId: null });
    await expect(contentOf(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const rest = await uploads.append(id, 10, WORDS.slice(10));
    expect([rest.status, rest.headers.get('upload-offset')]).toEqual([204, String(WORDS.length)]);
    expect(await row(id)).toMatchObject({
      ...{ state: 'READY', name: 'notes.png', contentType: 'text/plain', size: BigInt(WORDS.length), bytes: BigInt(WORDS.length) },
      ...{
        alt: 'A fox',
        spoiler: true,
        meta: { kind: 'document', text: WORDS },
        upload: null,
        channelId: BigInt(channel.id),
        serverId: BigInt(server.id),
      },
    });
    expect([await contentOf(id), await stored(id)]).toEqual([WORDS, ['original']]);
    // Its owner may ask again, and bring nothing more.
    expect(await uploads.offset(id)).toBe(WORDS.length);
    expect(await uploads.append(id, WORDS.length, 'more')).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('may come with the request that begins it', async () => {
    const headers = { 'Content-Type': 'application/offset+octet-stream', 'Content-Length': '4' };
    const url = `${hearth.url}/api/v1/files`;
    const metadata = `channelId ${Buffer.from(channel.id).toString('base64')},name ${Buffer.from('a.txt').toString('base64')}`;
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        ...{ ...headers, 'Tus-Resumable': '1.0.0', 'Upload-Length': '4', 'Upload-Metadata': metadata },
        Authorization: `Bearer ${user.accessToken}`,
      },
      body: 'fish',
    });
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([201, '4']);
    expect(await contentOf(answer.headers.get('location')?.split('/').at(-1) ?? '')).toBe('fish');
  });

  it('goes on where a cut connection left it', async () => {
    const id = await uploads.start(channel.id, WORDS.length);
    const open = uploads.open(id, 0, WORDS.length);
    await open.bring(WORDS.slice(0, 12));
    open.cut();
    expect(await open.answered).toBe(0);
    const offset = await uploads.offset(id);
    expect(offset).toBeLessThanOrEqual(12);
    expect((await uploads.append(id, offset, WORDS.slice(offset))).status).toBe(204);
    expect(await contentOf(id)).toBe(WORDS);
  });

  it('goes on at a server that was started since, also when it died with all of it', async () => {
    const ids = [await uploads.start(channel.id, WORDS.length), await uploads.start(channel.id, WORDS.length)];
    const [half = '', whole = ''] = ids;
    for (const id of ids) await uploads.append(id, 0, WORDS.slice(0, 20));
    // The bytes are there and known, and nobody made a file of them; the one that did this holds it for a moment longer.
    const there = await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(whole) } });
    const rest = Readable.from([Buffer.from(WORDS.slice(20))]);
    await hearth.get(FileStore).append(whole, there.upload as unknown as UploadState, rest, async (state) => {
      const data = { upload: { ...state }, received: BigInt(state.received) };
      await hearth.db.file.update({ where: { id: there.id }, data });
    });
    await hearth.db.file.updateMany({
      where: { id: { in: ids.map(BigInt) } },
      data: { lease: randomUUID(), leaseUntil: new Date(Date.now() + 300) },
    });
    const next = await startTestApp({ beside: hearth, env: { DATA_DIR: hearth.boot.config.dataDir } });
    try {
      const again = new Uploader(next, user);
      expect([await again.offset(half), await again.offset(whole)]).toEqual([20, WORDS.length]);
      expect((await again.append(half, 20, WORDS.slice(20))).status).toBe(204);
    } finally {
      await next.close();
    }
    expect([await contentOf(half), await contentOf(whole)]).toEqual([WORDS, WORDS]);
  });

  it('is written by one at a time: a new connection ends the one before, and what that brought counts', async () => {
    const id = await uploads.start(channel.id, WORDS.length);
    const open = uploads.open(id, 0, WORDS.length);
    await open.bring(WORDS.slice(0, 9));
    await eventually(
      () => hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(id) } }),
      ({ lease }) => lease !== null,
    );
    const offset = await uploads.offset(id);
    const both = await Promise.all([uploads.append(id, offset, WORDS.slice(offset)), uploads.append(id, offset, WORDS.slice(offset))]);
    expect(both.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(1);
    open.cut();
    expect(await contentOf(id)).toBe(WORDS);
    expect(await row(id)).toMatchObject({ state: 'READY', lease: null });
  });

  it('is refused at another place than where it stands, with more than it is, and in another language', async () => {
    const id = await uploads.start(channel.id, 10);
    expect(await uploads.append(id, 5, 'fives')).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(await uploads.append(id, 0, 'eleven bytes')).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
    const wrong = { 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '1e+21' };
    const answers = await fetch(`${hearth.url}/api/v1/files/${id}`, {
      method: 'PATCH',
      headers: { ...wrong, Authorization: `Bearer ${user.accessToken}` },
    });
    expect(answers.status).toBe(400);
    const bare = { Authorization: `Bearer ${user.accessToken}` };
    const answer = await fetch(`${hearth.url}/api/v1/files/${id}`, { method: 'PATCH', headers: bare });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(await uploads.offset(id)).toBe(0);
  });

  it('begins anew when the store has lost it', async () => {
    const id = await uploads.start(channel.id, 10);
    await uploads.append(id, 0, 'first');
    await hearth.get(FileStore).remove(id);
    expect(await uploads.append(id, 5, 'after')).toMatchObject({ status: 409 });
    expect(await uploads.offset(id)).toBe(0);
    expect((await uploads.append(id, 0, 'once again')).status).toBe(204);
    expect(await contentOf(id)).toBe('once again');
  });
});

describe('nothing is uploaded', () => {
  const words = () => ({ channelId: channel.id, name: 'notes.txt' });

  it.each([
    ['empty', '0'],
    ['without its length', undefined],
    ...['1e+21', '1e3', '-5', '+5', '0x10', '5.0', '05', '5, 5', 'five', 'Infinity', '\u0665'].map(
      (length) => [`of ${length} bytes`, length] as const,
    ),
  ])('%s', async (_, length) => {
    const sent = Buffer.from(length ?? '').toString('latin1');
    const headers: Record<string, string> = length === undefined ? {} : { 'Upload-Length': sent };
    expect(await uploads.begin(words(), undefined, headers)).toMatchObject({ status: 400, code: 'VALIDATION' });
    expect(await hearth.db.file.count({ where: { ownerId: BigInt(user.id) } })).toBe(0);
  });

  it.each<[string, Record<string, string>]>([
    ['without a name', { name: undefined as unknown as string }],
    ['to no channel', { channelId: 'here' }],
    ['with a type that cannot be kept', { type: 'text/\0plain' }],
    ['with a waveform that is none', { waveform: '!!' }],
  ])('%s', async (_, wrong) => {
    const given = Object.fromEntries(Object.entries({ ...words(), ...wrong }).filter(([, value]) => value !== undefined));
    expect(await uploads.begin(given, 5)).toMatchObject({ status: 400, code: 'VALIDATION' });
  });

  it('without the permission, nor where one sees nothing', async () => {
    const quiet = await buildChannel(hearth, { server, name: 'quiet' });
    await buildOverwrite(hearth, { channel: quiet, roleId: server.id, deny: ['ATTACH_FILES'] });
    expect(await uploads.begin({ ...words(), channelId: quiet.id }, 5)).toMatchObject({ status: 403, code: 'MISSING_PERMISSION' });
    const stranger = new Uploader(hearth, await buildUser(hearth));
    expect(await stranger.begin(words(), 5)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('over the limits of the installation', async () => {
    const set = (data: { maxFileBytes?: bigint; userFileBytes?: bigint; serverFileBytes?: bigint }) =>
      hearth.db.installation.updateMany({ data });
    const before = await hearth.db.installation.findFirstOrThrow();
    try {
      await set({ maxFileBytes: 10n });
      expect(await uploads.begin(words(), 11)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
      await set({ userFileBytes: 15n });
      // What is begun counts, so that two at once do not get in where one does.
      const both = await Promise.all([uploads.begin(words(), 10), uploads.begin(words(), 10)]);
      expect(both.map(({ code }) => code).toSorted()).toEqual(['QUOTA_EXCEEDED', undefined]);
      await set({ userFileBytes: before.userFileBytes, serverFileBytes: 15n });
      expect(await uploads.begin(words(), 10)).toMatchObject({ status: 413, code: 'QUOTA_EXCEEDED' });
    } finally {
      const { maxFileBytes, userFileBytes, serverFileBytes } = before;
      await set({ maxFileBytes, userFileBytes, serverFileBytes });
    }
  });

  it('while too much of it waits to be sent', async () => {
    const file = { kind: 'ATTACHMENT' as const, state: 'UPLOADING' as const, ownerId: BigInt(user.id), channelId: BigInt(channel.id) };
    const ids = Array.from({ length: limits.unsentUploads }, () => BigInt(hearth.get(UploadsService).nextId()));
    await hearth.db.file.createMany({ data: ids.map((id) => ({ ...file, id, objectId: id, variants: {}, bytes: 1n })) });
    expect(await uploads.begin(words(), 5)).toMatchObject({ status: 409, code: 'LIMIT_REACHED' });
  });

  it('into what somebody else uploads, which is not even there', async () => {
    const id = await uploads.start(channel.id, 10);
    const other = new Uploader(hearth, server.owner);
    const answers = await Promise.all([other.look(id), other.append(id, 0, 'ten bytes.'), other.remove(id)]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    // Nor by the address of an own one behind which theirs stands.
    const own = await other.start(channel.id, 10, { name: 'own.txt' });
    const aside = `${own}?of=/${id}`;
    const name = Buffer.from('own.txt').toString('base64');
    expect((await other.look(aside)).headers.get('upload-metadata')).toContain(`name ${name}`);
    await other.append(aside, 0, 'ten bytes.');
    await other.remove(aside);
    expect([await uploads.offset(id), (await other.look(own)).status]).toEqual([0, 404]);
  });
});

describe('what is named or is otherwise than it seems', () => {
  it.each([
    ['SVG with script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['HTML with script', '<!doctype html><script>alert(1)</script>'],
  ])('%s under the name of a picture is text', async (_, content) => {
    const id = await uploads.upload(channel.id, content, { name: 'cat.png', type: 'image/png' });
    expect(await row(id)).toMatchObject({ name: 'cat.png', contentType: 'text/plain', meta: { kind: 'document' } });
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    [`${'a'.repeat(300)}.txt`, `${'a'.repeat(251)}.txt`],
  ])('%s is called otherwise', async (name, called) => {
    const id = await uploads.start(channel.id, 4, { name });
    expect((await row(id))?.name).toBe(called);
  });

  it('keeps what was drawn of a recording, and of nothing else', async () => {
    const words = { duration: '2.5', waveform: Buffer.alloc(64, 7).toString('base64'), type: 'audio/webm;codecs=opus' };
    const sound = await uploads.upload(channel.id, Buffer.from('1a45dfa3934282847765626d', 'hex'), words);
    // Whatever comes of it: it is no sound that could be listened to.
    expect((await row(sound))?.meta).toMatchObject({ duration: 2.5, waveform: words.waveform });
    const text = await uploads.upload(channel.id, WORDS, words);
    expect((await row(text))?.meta).toEqual({ kind: 'document', text: WORDS });
  });
});

describe('what is not sent leaves the store', () => {
  it('when its owner gives it up', async () => {
    const [half, whole] = [await uploads.start(channel.id, 10), await uploads.upload(channel.id)];
    await uploads.append(half, 0, 'half');
    for (const id of [half, whole]) expect((await uploads.remove(id)).status).toBe(204);
    expect((await uploads.look(half)).status).toBe(404);
    await empty();
    expect([await stored(half), await stored(whole)]).toEqual([[], []]);
  });

  it('a day after it last grew', async () => {
    const [half, whole, fresh] = [await uploads.start(channel.id, 10), await uploads.upload(channel.id), await uploads.upload(channel.id)];
    await uploads.append(half, 0, 'half');
    const old = { id: { in: [half, whole].map(BigInt) } };
    await hearth.db.file.updateMany({ where: old, data: { touchedAt: longAgo(23), createdAt: longAgo(99) } });
    await empty();
    expect([await stored(half), await stored(whole)]).toEqual([['upload'], ['original']]);
    await hearth.db.file.updateMany({ where: old, data: { touchedAt: longAgo(25) } });
    await empty();
    expect([await stored(half), await stored(whole), await stored(fresh)]).toEqual([[], [], ['original']]);
  });
});
