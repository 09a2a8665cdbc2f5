import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UploadLostError, type FileStore, type UploadState } from './file-store.js';
import { FolderStore } from './folder-store.js';

const MEGABYTE = 1_024 * 1_024;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-stores-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
/** Of one shard. */
const newId = () => String(7_000_000_037 + (count += 100));
const bytes = (text: string) => new TextEncoder().encode(text);

/** Brings the data in pieces and then breaks off, as a lost connection does; or ends, as one that had nothing more to say. */
const brings = (data: Buffer, { cut = false } = {}): Readable =>
  Readable.from(
    (async function* () {
      for (let start = 0; start < data.length; start += 65_536) yield data.subarray(start, start + 65_536);
      if (cut) throw new Error('the connection is gone');
    })(),
  );

describe.each<[string, () => FileStore]>([['a folder', () => new FolderStore(path.join(folder, 'files'))]])('%s', (_, open) => {
  let store: FileStore;
  beforeAll(() => {
    store = open();
  });

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
      const data = randomBytes(20 * MEGABYTE + 7);
      await store.write(id, 'video', { stream: brings(data), bytes: data.length });
      const read = await store.read(id, 'video');
      if (!read) throw new Error('it is not there');
      await store.write(other, 'video', read);
      expect((await dataOf(other, 'video'))?.equals(data)).toBe(true);
    });

    it.each([
      ['was cut', { bytes: 20 * MEGABYTE, cut: true }],
      ['brought less', { bytes: 21 * MEGABYTE, cut: false }],
      ['brought more', { bytes: 19 * MEGABYTE, cut: false }],
      ['brought much less', { bytes: 20 * MEGABYTE + 1, cut: false }],
    ])('keep nothing of a stream that %s', async (_name, { bytes: promised, cut }) => {
      const id = newId();
      await store.write(id, 'video', bytes('before'));
      const stream = brings(randomBytes(20 * MEGABYTE), { cut });
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
    it.each([0, 1, 8 * MEGABYTE, 20 * MEGABYTE + 7])('of %d bytes come in at once', async (size) => {
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
      const data = randomBytes(20 * MEGABYTE + 7);
      let state = await store.begin(id, data.length);
      for (const at of [0, 1, 100_000, 9 * MEGABYTE, 9 * MEGABYTE + 1, 20 * MEGABYTE, data.length]) {
        state = (await append(id, state, brings(data.subarray(state.received, at), { cut: true }))).last;
        expect(state.received).toBe(at);
        expect(await store.size(id, 'original')).toBeNull();
      }
      await store.finish(id, state);
      expect((await dataOf(id, 'original'))?.equals(data)).toBe(true);
    });

    it('go on after a crash from what was saved last', async () => {
      const id = newId();
      const data = randomBytes(40 * MEGABYTE);
      const begun = await store.begin(id, data.length);
      const { heard } = await append(id, begun, brings(data.subarray(0, 37 * MEGABYTE), { cut: true }));
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

    it.each([5, 20 * MEGABYTE])('of %d bytes say so when what was received is lost', async (size) => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, size), brings(Buffer.from('123'), { cut: true }));
      await store.remove(id);
      await expect(append(id, last, brings(Buffer.from('45')))).rejects.toThrow(UploadLostError);
    });

    it.each([5, 20 * MEGABYTE])('of %d bytes are listed, and go with their id', async (size) => {
      const id = newId();
      const { last } = await append(id, await store.begin(id, size), brings(randomBytes(Math.min(size - 1, 9 * MEGABYTE)), { cut: true }));
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
