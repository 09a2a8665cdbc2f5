import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UploadLostError } from './file-store.js';
import { FolderStore } from './folder-store.js';

const ID = '123456789';

let root: string;
let store: FolderStore;
beforeEach(async () => {
  root = path.join(await mkdtemp(path.join(tmpdir(), 'hearth-store-')), 'files');
  store = new FolderStore(root);
});
afterEach(() => rm(path.dirname(root), { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
async function textOf(variant: string): Promise<string | null> {
  const object = await store.read(ID, variant);
  return object && (await buffer(object.stream)).toString();
}
const folder = () => path.join(root, '89', ID);

describe('a folder of files', () => {
  it('gives back what it was given, with its size, and nothing that it was not', async () => {
    expect(await textOf('picture')).toBeNull();
    await store.write(ID, 'picture', bytes('some bytes'));
    await store.write(ID, 'still', bytes('others'));
    const object = await store.read(ID, 'picture');
    expect(object?.bytes).toBe(10);
    expect((await buffer(object!.stream)).toString()).toBe('some bytes');
    expect([await textOf('still'), await textOf('other')]).toEqual(['others', null]);
  });

  it('is nobody’s but the server’s', async () => {
    await store.write(ID, 'picture', bytes('some bytes'));
    expect((await stat(path.join(folder(), 'picture'))).mode & 0o077).toBe(0);
  });

  it('replaces what was there, also for whoever is reading it, and leaves nothing beside it', async () => {
    await store.write(ID, 'picture', bytes('before'));
    const reading = await store.read(ID, 'picture');
    await Promise.all(['one', 'two'].map((text) => store.write(ID, 'picture', bytes(text))));
    expect((await buffer(reading!.stream)).toString()).toBe('before');
    expect(await textOf('picture')).toMatch(/^(one|two)$/);
    expect(await readdir(folder())).toEqual(['picture']);
  });

  it('is emptied although something comes into it meanwhile', async () => {
    const writing = Array.from({ length: 60 }, (_, index) => store.write(ID, `size-${index}`, bytes('made')).catch(() => undefined));
    for (let round = 0; round < 60; round += 1) await store.remove(ID);
    await Promise.all(writing);
    await store.remove(ID);
    expect(await readdir(path.dirname(folder()))).toEqual([]);
  });

  it('keeps nothing of what could not be written', async () => {
    await store.write(ID, 'picture', bytes('before'));
    // Nothing can take the place of a folder that holds something.
    await mkdir(path.join(folder(), 'still', 'inside'), { recursive: true });
    await expect(store.write(ID, 'still', bytes('new'))).rejects.toThrow();
    expect((await readdir(folder())).toSorted()).toEqual(['picture', 'still']);
    expect(await textOf('picture')).toBe('before');
  });

  it('removes a file with all of its variants, and nothing else; once more is no fault', async () => {
    const neighbour = `1${ID}`;
    for (const id of [ID, neighbour]) await store.write(id, 'picture', bytes(id));
    await store.write(ID, 'still', bytes('still'));
    await store.remove(ID);
    await store.remove(ID);
    expect(await readdir(path.join(root, '89'))).toEqual([neighbour]);
    expect(await textOf('picture')).toBeNull();
  });

  it('says that it is full, and goes on when it is not', async () => {
    const begun = await store.begin(ID, 5);
    const upload = path.join(folder(), 'upload');
    await rm(upload);
    // Takes nothing, as a full disk does.
    await symlink('/dev/full', upload);
    const bring = () => store.append(ID, begun, Readable.from([Buffer.from('12345')]), () => Promise.resolve());
    await expect(bring()).rejects.toMatchObject({ code: 'UNAVAILABLE', message: 'The storage is full' });
    await rm(upload);
    await writeFile(upload, '');
    await store.finish(ID, await bring());
    expect(await textOf('original')).toBe('12345');
  });

  it('forgets what came after what was saved, and does not believe in what is not there', async () => {
    const begun = await store.begin(ID, 10);
    await writeFile(path.join(folder(), 'upload'), '12345 and what nobody knows of');
    const bring = (received: number, text: string) =>
      store.append(ID, { ...begun, received }, Readable.from([Buffer.from(text)]), () => Promise.resolve());
    await store.finish(ID, await bring(5, '67890'));
    expect(await textOf('original')).toBe('1234567890');
    await store.begin(ID, 10);
    await expect(bring(5, '67890')).rejects.toThrow(UploadLostError);
  });

  it('lists what a crash left, under the name it had', async () => {
    await store.write(ID, 'picture', bytes('some bytes'));
    await writeFile(path.join(folder(), 'a.part'), 'half');
    expect((await store.list(89)).map(({ name }) => name).toSorted()).toEqual(['a.part', 'picture']);
    await store.remove(ID, 'a.part');
    expect(await readdir(folder())).toEqual(['picture']);
  });
});
