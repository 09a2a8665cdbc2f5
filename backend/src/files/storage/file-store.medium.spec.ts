import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '@hearth/contract';
import { eventually } from '../../../test/eventually.js';
import { buildServer } from '../../../test/factories/servers.js';
import { storeFile } from '../../../test/factories/stored-file.js';
import { buildUser, type TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { startS3, type TestS3 } from '../../../test/s3/s3-server.js';
import { UploadLostError, type FileStore, type UploadState } from './file-store.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3/s3-store.js';

interface Health {
  checks?: Record<string, string>;
}

/** Large objects go in parts of eight of these. */
const UNIT = 16_384;
const PART = 8 * UNIT;

let folder: string;
let s3: TestS3;
let warnings: string[] = [];
const openS3 = (settings = s3.settings(), patience = 10_000) =>
  new S3Store(settings, { patience, part: PART, warn: (_fault, what) => void warnings.push(what) });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-stores-'));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.remove();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  warnings = [];
});

let count = 0;
/** Of one shard. */
const newId = () => String(7_000_000_037 + (count += 100));
const bytes = (text: string) => new TextEncoder().encode(text);

/** Brings the data in pieces and then breaks off, as a lost connection does; or ends, as one that had nothing more to say. */
const brings = (data: Buffer, { cut = false } = {}): Readable =>
  Readable.from(
    (async function* () {
      for (let start = 0; start < data.length; start += 10_000) yield data.subarray(start, start + 10_000);
      if (cut) throw new Error('the connection is gone');
    })(),
  );

describe.each<[string, () => FileStore]>([
  ['a folder', () => new FolderStore(path.join(folder, 'files'), { checkpoint: PART })],
  ['S3', openS3],
])('%s', (_, open) => {
  let store: FileStore;
  beforeAll(() => {
    store = open();
  });
  afterAll(() => store.close());

  const dataOf = async (...where: Parameters<FileStore['read']>): Promise<Buffer | null> => {
    const object = await store.read(...where);
    const data = object && (await buffer(object.stream));
    expect(data?.length).toBe(object?.bytes);
    return data;
  };
  const textOf = async (...where: Parameters<FileStore['read']>) => (await dataOf(...where))?.toString() ?? null;

  /** Each append says what is saved; the rest is forgotten, as in a crash. */
  const append = async (id: string, state: UploadState, stream: Readable) => {
    const heard: UploadState[] = [];
    const last = await store.append(id, state, stream, (saved) => {
      heard.push(JSON.parse(JSON.stringify(saved)) as UploadState);
      return Promise.resolve();
    });
    expect(last).toEqual(heard.at(-1) ?? state);
    return { last, heard };
  };

  describe('objects', () => {
    it('come back as they went, with their size, and nothing that was not brought', async () => {
      const id = newId();
      expect([await store.read(id, 'preview'), await store.size(id, 'preview')]).toEqual([null, null]);
      await store.write(id, 'preview', bytes('some bytes'));
      await store.write(id, 'full', bytes(''));
      expect([await textOf(id, 'preview'), await textOf(id, 'full'), await textOf(id, 'poster')]).toEqual(['some bytes', '', null]);
      expect([await store.size(id, 'preview'), await store.size(id, 'full')]).toEqual([10, 0]);
    });

    it('are replaced as a whole', async () => {
      const id = newId();
      await store.write(id, 'preview', bytes('before'));
      await store.write(id, 'preview', bytes('and after'));
      expect(await textOf(id, 'preview')).toBe('and after');
    });

    it('come out of streams, large ones too, and go from one object to another', async () => {
      const [id, other] = [newId(), newId()];
      const data = randomBytes(20 * UNIT + 7);
      await store.write(id, 'video', { stream: brings(data), bytes: data.length });
      const read = await store.read(id, 'video');
      if (!read) throw new Error('it is not there');
      await store.write(other, 'video', read);
      expect((await dataOf(other, 'video'))?.equals(data)).toBe(true);
    });

    it.each([
      ['was cut', { bytes: 20 * UNIT, cut: true }],
      ['brought less', { bytes: 21 * UNIT, cut: false }],
      ['brought more', { bytes: 19 * UNIT, cut: false }],
    ])('keep nothing of a stream that %s', async (_name, { bytes: promised, cut }) => {
      const id = newId();
      await store.write(id, 'video', bytes('before'));
      const stream = brings(randomBytes(20 * UNIT), { cut });
      await expect(store.write(id, 'video', { stream, bytes: promised })).rejects.toThrow();
      expect(await textOf(id, 'video')).toBe('before');
      expect((await store.list(37)).filter(({ objectId }) => objectId === id)).toHaveLength(1);
    });

    it('are read in ranges that end with the object', async () => {
      const id = newId();
      await store.write(id, 'original', bytes('0123456789'));
      expect(await textOf(id, 'original', { first: 0, last: 0 })).toBe('0');
      expect(await textOf(id, 'original', { first: 3, last: 6 })).toBe('3456');
      expect(await textOf(id, 'original', { first: 8, last: 100 })).toBe('89');
      expect(await store.read(newId(), 'original', { first: 0, last: 1 })).toBeNull();
      await expect(store.read(id, 'original', { first: 10, last: 10 })).rejects.toThrow(RangeError);
    });

    it('go one by one or all at once, and nothing else with them; once more is no fault', async () => {
      const [id, neighbour] = [newId(), newId()];
      for (const variant of ['original', 'preview', 'full']) await store.write(id, variant, bytes(variant));
      await store.write(neighbour, 'original', bytes('other'));
      await store.remove(id, 'preview');
      await store.remove(id, 'preview');
      expect([await textOf(id, 'preview'), await textOf(id, 'full')]).toEqual([null, 'full']);
      await store.remove(id);
      await store.remove(id);
      expect([await textOf(id, 'original'), await textOf(neighbour, 'original')]).toEqual([null, 'other']);
    });
  });

  describe('uploads', () => {
    it.each([0, PART, 20 * UNIT + 7])('of %d bytes come in at once', async (size) => {
      const id = newId();
      const data = randomBytes(size);
      const { last } = await append(id, await store.begin(id, size), brings(data));
      expect(last).toMatchObject({ bytes: size, received: size });
      await store.finish(id, last);
      await store.finish(id, last);
      expect((await dataOf(id, 'original'))?.equals(data)).toBe(true);
      expect((await store.list(37)).filter(({ objectId }) => objectId === id)).toMatchObject([{ name: 'original', bytes: size }]);
    });

    it('go on wherever they were cut', async () => {
      const id = newId();
      const data = randomBytes(20 * UNIT + 7);
      let state = await store.begin(id, data.length);
      for (const at of [0, 70_000, 9 * UNIT, 9 * UNIT + 1, data.length]) {
        state = (await append(id, state, brings(data.subarray(state.received, at), { cut: true }))).last;
        expect(state.received).toBe(at);
        expect(await store.size(id, 'original')).toBeNull();
      }
      await store.finish(id, state);
      expect((await dataOf(id, 'original'))?.equals(data)).toBe(true);
    });

    it('go on after a crash from what was saved last', async () => {
      const id = newId();
      const data = randomBytes(40 * UNIT);
      const begun = await store.begin(id, data.length);
      const { heard } = await append(id, begun, brings(data.subarray(0, 37 * UNIT), { cut: true }));
      expect(heard.length).toBeGreaterThan(2);
      const [saved] = heard;
      if (!saved) throw new Error('nothing was saved');
      const { last } = await append(id, saved, brings(data.subarray(saved.received)));
      await store.finish(id, last);
      expect((await dataOf(id, 'original'))?.equals(data)).toBe(true);
    });

    it('take no more than they are', async () => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, 5), brings(Buffer.from('12345678')));
      await store.finish(id, last);
      expect(await textOf(id, 'original')).toBe('12345');
    });

    it('are not finished before they are whole', async () => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, 5), brings(Buffer.from('1234')));
      await expect(store.finish(id, last)).rejects.toThrow(UploadLostError);
      expect(await store.read(id, 'original')).toBeNull();
    });

    it.each([5, 20 * UNIT])('of %d bytes say so when what was received is lost', async (size) => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, size), brings(Buffer.from('123'), { cut: true }));
      await store.remove(id);
      await expect(append(id, last, brings(Buffer.from('45')))).rejects.toThrow(UploadLostError);
    });

    it.each([5, 20 * UNIT])('of %d bytes are listed, and go with their id', async (size) => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, size), brings(randomBytes(Math.min(size - 1, 9 * UNIT)), { cut: true }));
      expect(last.received).toBeGreaterThan(0);
      const listed = async () => (await store.list(37)).filter(({ objectId }) => objectId === id);
      expect((await listed()).every(({ name }) => name.startsWith('upload'))).toBe(true);
      expect(await listed()).not.toHaveLength(0);
      await store.remove(id);
      expect(await listed()).toEqual([]);
    });
  });

  it('lists what it holds of one shard', async () => {
    const [id, elsewhere] = [newId(), '7000000001'];
    for (const variant of ['original', 'preview']) await store.write(id, variant, bytes(variant));
    await store.write(elsewhere, 'original', bytes('elsewhere'));
    const listed = (await store.list(37)).filter(({ objectId }) => objectId === id);
    expect(listed.map(({ name, bytes: size }) => `${name} ${size}`).toSorted()).toEqual(['original 8', 'preview 7']);
    expect(Math.abs(Date.now() - (listed[0]?.changedAt.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await store.list(1)).toMatchObject([{ objectId: elsewhere, name: 'original' }]);
    expect(await store.list(99)).toEqual([]);
  });

  it('answers that it is there', async () => {
    await expect(store.probe()).resolves.toBeUndefined();
  });
});

describe('S3', () => {
  let store: S3Store;
  beforeAll(() => {
    store = openS3();
  });
  afterAll(() => store.close());

  const unavailable = { code: 'UNAVAILABLE' };
  const disposition = `attachment; filename="a b.png"; filename*=UTF-8''%D8%A7.png`;
  const addressOf = async (text: string, expires = 300) => {
    const id = newId();
    await store.write(id, 'original', bytes(text));
    return store.address(id, 'original', { contentType: 'image/png', disposition, expires });
  };

  it('makes its bucket, and says what it knows no rules for', async () => {
    const other = openS3(s3.settings('another'));
    await Promise.all([other.write('1', 'original', bytes('one')), other.write('2', 'original', bytes('two'))]);
    expect(await other.size('2', 'original')).toBe(3);
    expect(await store.size('2', 'original')).toBeNull();
    const heard = await eventually(
      () => Promise.resolve(new Set(warnings)),
      ({ size }) => size === 2,
    );
    expect([...heard].toSorted()).toEqual(['cors', 'lifecycle'].map((rule) => `the S3 bucket takes no rules for ${rule}`));
    other.close();
  });

  describe('its addresses', () => {
    it('give the bytes to whoever has one, as what they were signed for, whole and in ranges', async () => {
      const address = await addressOf('0123456789');
      const whole = await fetch(address);
      expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
      expect(whole.headers.get('content-type')).toBe('image/png');
      expect(whole.headers.get('content-disposition')).toBe(disposition);
      const part = await fetch(address, { headers: { range: 'bytes=3-6' } });
      expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '3456', 'bytes 3-6/10']);
      expect((await fetch(address, { headers: { range: 'bytes=10-' } })).status).toBe(416);
    });

    it('are the same for a while', async () => {
      const options = { contentType: 'image/png', disposition, expires: 48 * 3_600 };
      expect(await store.address('1', 'preview', options)).toBe(await store.address('1', 'preview', options));
    });

    it.each<[string, (address: string) => string]>([
      ['with another signature', (address) => address.replace(/Signature=\w{4}/, 'Signature=0000')],
      ['of another object', (address) => address.replace('/original', '/preview')],
      ['as another type', (address) => address.replace('image%2Fpng', 'text%2Fhtml')],
      ['for a longer time', (address) => address.replace('Expires=300', 'Expires=3000')],
      ['without a signature', (address) => address.split('?')[0] ?? ''],
    ])('are refused %s', async (_name, change) => {
      const address = await addressOf('secret');
      expect(change(address)).not.toBe(address);
      const answer = await fetch(change(address));
      expect([400, 403]).toContain(answer.status);
      expect(await answer.text()).not.toContain('secret');
    });

    it('are refused when their time is over', async () => {
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 302_000);
      const address = await addressOf('secret', 300);
      clock.mockRestore();
      expect((await fetch(address)).status).toBe(403);
    });
  });

  it('refuses with wrong keys, and says so', async () => {
    const stranger = openS3({ ...s3.settings(), secretKey: 'guessed' });
    await expect(stranger.read('1', 'original')).rejects.toMatchObject(unavailable);
    await expect(stranger.probe()).rejects.toThrow();
    expect(warnings).toEqual(['S3 refuses or does not answer']);
    stranger.close();
  });

  it('is waited for, while it is away at the start, and does not hold up a request', async () => {
    await s3.stop();
    const early = openS3();
    await expect(early.probe()).rejects.toThrow();
    await expect(early.write('1', 'original', bytes('one'))).rejects.toMatchObject(unavailable);
    await s3.start();
    await early.write('1', 'original', bytes('one'));
    await expect(early.probe()).resolves.toBeUndefined();
    early.close();
  });

  it('that hangs is given up', async () => {
    const id = newId();
    const impatient = openS3(s3.settings(), 200);
    await impatient.write(id, 'original', bytes('some'));
    s3.pause();
    await expect(impatient.read(id, 'original')).rejects.toMatchObject(unavailable);
    await expect(impatient.write(id, 'original', bytes('other'))).rejects.toMatchObject(unavailable);
    s3.resume();
    expect(await impatient.size(id, 'original')).toBeGreaterThan(0);
    impatient.close();
  });

  it('that goes in the middle of a write leaves what was there, of an upload what was saved', async () => {
    const id = newId();
    const data = randomBytes(20 * UNIT);
    await store.write(id, 'video', bytes('before'));
    /** The second part meets nobody. */
    const stopping = () =>
      Readable.from(
        (async function* () {
          yield data.subarray(0, PART);
          yield data.subarray(PART, 2 * PART - 1);
          await s3.stop();
          yield data.subarray(2 * PART - 1);
        })(),
      );
    await expect(store.write(id, 'video', { stream: stopping(), bytes: data.length })).rejects.toMatchObject(unavailable);
    await s3.start();
    expect(await store.size(id, 'video')).toBe(6);

    const saved = [await store.begin(id, data.length)];
    const save = (state: UploadState) => Promise.resolve(void saved.push(state));
    const [begun] = saved;
    if (!begun) throw new Error('nothing was begun');
    await expect(store.append(id, begun, stopping(), save)).rejects.toMatchObject(unavailable);
    await s3.start();
    const kept = saved.at(-1) ?? begun;
    expect(kept.received).toBe(PART);
    const whole = await store.append(id, kept, brings(data.subarray(PART)), save);
    await store.finish(id, whole);
    const object = await store.read(id, 'original');
    expect(object && (await buffer(object.stream)).equals(data)).toBe(true);
  });

  it('that goes in the middle of a reading breaks it off', async () => {
    const id = newId();
    await store.write(id, 'video', randomBytes(400 * UNIT));
    const object = await store.read(id, 'video');
    await s3.stop();
    await expect(buffer(object?.stream ?? Readable.from([]))).rejects.toThrow();
    await s3.start();
  });
});

describe('an app on S3', () => {
  let hearth: TestApp;
  let owner: TestUser;
  beforeAll(async () => {
    hearth = await startTestApp({ env: { ...s3.environment('app'), LOG_LEVEL: 'silent' } });
    owner = await buildUser(hearth);
  });
  afterAll(() => hearth.close());

  const png = { contentType: 'image/png', data: 'some bytes' };
  const read = (id: string, variant: string, options: RequestInit = {}) =>
    fetch(`${hearth.url}/api/v1/files/${id}/${variant}`, { headers: { authorization: `Bearer ${owner.accessToken}` }, ...options });

  it('sends those who may read a file to S3', async () => {
    const { general } = await buildServer(hearth, { owner });
    const id = await storeFile(hearth, { owner, channelId: general.id, name: 'it.png', variants: { original: png } });
    const answer = await read(id, 'original?download=true', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'private, max-age=240']);
    const address = answer.headers.get('location') ?? '';
    expect(address).toMatch(new RegExp(`^${s3.settings().endpoint}/app/files/.*Signature=`));
    const object = await fetch(address);
    expect([object.status, await object.text(), object.headers.get('content-type'), object.headers.get('content-disposition')]).toEqual([
      200,
      'some bytes',
      'image/png',
      'attachment; filename=it.png',
    ]);
    expect((await read(id, 'original', { method: 'HEAD' })).status).toBe(200);
    const stranger = await buildUser(hearth);
    expect((await read(id, 'original', { headers: { authorization: `Bearer ${stranger.accessToken}` } })).status).toBe(404);
  });

  it('lets pages show what comes from there, and nothing from elsewhere', async () => {
    const policy = (await fetch(hearth.url)).headers.get('content-security-policy') ?? '';
    const origin = s3.settings().publicOrigin;
    for (const kind of ['img-src', 'media-src', 'connect-src']) expect(policy).toMatch(new RegExp(`${kind} 'self'[^;]* ${origin}`));
    expect(policy.split(origin)).toHaveLength(4);
  });

  it('gives what is for everybody itself, and says when S3 is away', async () => {
    const id = await storeFile(hearth, { owner, variants: { picture: png } });
    const answer = await read(id, 'picture', { redirect: 'manual' });
    expect([answer.status, await answer.text()]).toEqual([200, 'some bytes']);
    const ready = async () => {
      const answer = await hearth.api.send('get', '/health/ready');
      return [answer.status, (answer.body as Health).checks?.['storage'] ?? (answer.body as Problem).detail];
    };
    expect(await ready()).toEqual([200, 'up']);
    await s3.stop();
    const refused = await read(id, 'picture');
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([503, null]);
    expect(await refused.json()).toMatchObject({ code: 'UNAVAILABLE', detail: 'The storage does not answer' });
    expect(await ready()).toEqual([503, 'Down: storage']);
    await s3.start();
    expect([(await read(id, 'picture')).status, await ready()]).toEqual([200, [200, 'up']]);
  });
});
