import { randomUUID } from 'node:crypto';
import { ChildProcess } from 'node:child_process';
import { access, mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  createMessage,
  deleteMessage,
  forwardMessage,
  getMessage,
  searchMessages,
  type Attachment,
  type Channel,
  type Message,
} from '@hearth/contract';
import sharp from 'sharp';
import { eventually } from '../../../test/eventually.js';
import type { Uploader } from '../../../test/factories/files.js';
import { buildLockedPdf, buildPdf } from '../../../test/factories/pdf.js';
import { buildFilm, buildSound, buildVoice, PLACE } from '../../../test/factories/recordings.js';
import { buildChannel, type TestServer } from '../../../test/factories/servers.js';
import { buildUploader, contentOf, namesInStore } from '../../../test/factories/uploaders.js';
import type { TestUser } from '../../../test/factories/users.js';
import { startTestApp, type TestApp } from '../../../test/harness.js';
import { FileCheckService } from '../check/file-check.service.js';
import { FilesService } from '../files.service.js';

let hearth: TestApp;
let server: TestServer;
let user: TestUser;
let channel: Channel;
let uploads: Uploader;

const start = async (env = {}) => {
  hearth = await startTestApp({ env });
};
const enter = async () => {
  ({ user, server, channel, uploads } = await buildUploader(hearth));
};

const send = (fileId: string): Promise<Message> =>
  hearth.api.as(user).call(createMessage, { params: { channelId: channel.id }, body: { nonce: randomUUID(), attachmentIds: [fileId] } });
const read = ({ id: messageId }: Message) => hearth.api.as(server.owner).call(getMessage, { params: { messageId } });
/** The file of a message, as soon as it is so. */
async function shown(message: Message, isSo: (file: Attachment) => boolean): Promise<Attachment> {
  const seen = await eventually(
    async () => (await read(message)).attachments[0],
    (file) => file !== undefined && isSo(file),
  );
  if (!seen) throw new Error('no file');
  return seen;
}
const isDone = ({ state }: Attachment): boolean => state !== 'processing';
const sent = async (data: Buffer, words: Record<string, string> = {}) => send(await uploads.upload(channel.id, data, words));
const bytesOf = (fileId: string, variant: string) => contentOf(hearth, server.owner, fileId, variant);
const stored = (fileId: string) => namesInStore(hearth, fileId);
async function found(q: string): Promise<string[]> {
  const { hits } = await hearth.api.as(user).call(searchMessages, { query: { serverId: server.id, q } });
  return hits.map(({ message: { id } }) => id);
}
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith(`hearth-media-${process.pid}-`));

const POSTERS = ['poster', 'preview', 'thumbnail'];
const PICTURES = POSTERS.flatMap((name) => [`${name}.avif`, `${name}.webp`]);
/** A little more than is sent to everybody. */
const LARGE = '800x736';
const LOUD = [1, 1, 0.2, 0.2, 0, 0, 1, 1];

describe('what was recorded', () => {
  beforeAll(() => start());
  afterAll(() => hearth.close());
  beforeEach(enter);

  it('as a large video is shown at once, and plays everywhere soon after', async () => {
    const options = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...PLACE];
    const message = await sent(await buildFilm({ size: LARGE, options }), { name: 'walk.mp4' });
    const first = await shown(message, isDone);
    expect(first).toMatchObject({
      ...{ kind: 'video', state: 'ready', contentType: 'video/mp4', width: 800, height: 736, duration: 1 },
      ...{ placeholder: expect.stringMatching(/^data:image\/webp;base64,/), variants: expect.arrayContaining(POSTERS) },
    });
    const last = await shown(message, ({ variants }) => variants.includes('video'));
    expect(last).toEqual({ ...first, variants: [...POSTERS, 'video'].toSorted() });
    expect(await stored(first.id)).toEqual([...PICTURES, 'original', 'video'].toSorted());
    const original = await bytesOf(first.id, 'original');
    expect(original).toHaveLength(first.size);
    expect(original.includes('Lovelace')).toBe(false);
    expect((await bytesOf(first.id, 'video')).indexOf('moov')).toBeLessThan(1_000);
    expect(await sharp(await bytesOf(first.id, 'poster.webp')).metadata()).toMatchObject({ width: 800, height: 736 });
    const row = await hearth.db.file.findUniqueOrThrow({ where: { id: BigInt(first.id) } });
    const kept = Object.values(row.variants as Record<string, { bytes: number }>);
    expect(Number(row.bytes)).toBe(kept.reduce((sum, { bytes }) => sum + bytes, 0));
    // The daily check knows all of it.
    expect(await hearth.get(FileCheckService).check(Number(first.id.slice(-2)))).toEqual({ orphans: 0, leftovers: 0, missing: 0 });
    expect(await found('has:video')).toEqual([message.id]);
  });

  it('plays everywhere for those it was handed on to as well', async () => {
    const message = await sent(await buildFilm({ size: LARGE }));
    const { id: other } = await buildChannel(hearth, { server });
    const body = { channelIds: [other], nonce: randomUUID() };
    const { results } = await hearth.api.as(user).call(forwardMessage, { params: { messageId: message.id }, body });
    const copy = results[0]?.message;
    if (!copy) throw new Error('not forwarded');
    const hasVideo = ({ variants }: Attachment) => variants.includes('video');
    const [mine, theirs] = [await shown(message, hasVideo), await shown(copy, hasVideo)];
    expect(theirs).toEqual({ ...mine, id: theirs.id });
  });

  it('as a voice says how long and how loud it is, whatever was said of it', async () => {
    const words = { name: 'voice.webm', type: 'audio/webm;codecs=opus', duration: '99', waveform: Buffer.alloc(64, 7).toString('base64') };
    const message = await sent(await buildVoice(LOUD), words);
    const file = await shown(message, isDone);
    expect(file).toMatchObject({ kind: 'audio', state: 'ready', contentType: 'audio/webm', variants: ['audio'] });
    expect(Math.abs((file.duration ?? 0) - 2)).toBeLessThan(0.1);
    const values = Buffer.from(file.waveform ?? '', 'base64');
    expect(values.length).toBeGreaterThanOrEqual(64);
    expect(Math.max(...values.subarray(0, 8))).toBeGreaterThan(200);
    expect((await bytesOf(file.id, 'audio')).subarray(4, 8).toString()).toBe('ftyp');
    expect(await found('has:audio')).toEqual([message.id]);
  });

  it('without pictures is a sound, whatever its type lets think', async () => {
    const message = await sent(await buildSound(LOUD, ['-c:a', 'aac'], 'mp4'), { name: 'talk.mp4' });
    const file = await shown(message, isDone);
    expect(file).toMatchObject({ kind: 'audio', state: 'ready', contentType: expect.stringMatching(/^audio\//), variants: [] });
    expect(file.duration).toBeCloseTo(2, 0);
  });

  it.each([
    ['a video that breaks off', async () => (await buildFilm({ options: ['-c:v', 'libx264', '-c:a', 'aac'] })).subarray(0, 2_000)],
    ['a head without a body', () => Promise.resolve(Buffer.from('0000001866747970697336f6d', 'hex'))],
  ])('%s can be saved as it came', async (_, build) => {
    const data = await build();
    const file = await shown(await sent(data, { name: 'film.mp4' }), isDone);
    expect(file).toMatchObject({ kind: 'file', variants: [], size: data.length });
    expect(await bytesOf(file.id, 'original')).toEqual(data);
  });

  it('leaves nothing behind when its message goes in the middle of it', async () => {
    const fileId = await uploads.upload(channel.id, await buildFilm({ size: LARGE, seconds: 2 }));
    const { id: messageId } = await send(fileId);
    await hearth.api.as(user).call(deleteMessage, { params: { messageId }, query: {} });
    const left = async () => {
      await hearth.get(FilesService).sweep();
      return [...(await stored(fileId)), ...(await leftovers())];
    };
    await eventually(left, ({ length }) => length === 0);
  });

  describe('when what works on it dies', () => {
    /** What starts every process; it is public in all but the types. */
    type Spawning = { spawn: (options: { args: string[] }) => unknown };
    let spawned: jest.SpiedFunction<Spawning['spawn']>;
    beforeEach(() => {
      spawned = jest.spyOn(ChildProcess.prototype as unknown as Spawning, 'spawn');
    });
    afterEach(() => spawned.mockRestore());

    /** Ends the first one that is started with such an argument. */
    const killFirst = async (isIt: (argument: string) => boolean) => {
      const index = await eventually(
        () => Promise.resolve(spawned.mock.calls.findIndex(([{ args }]) => args.some(isIt))),
        (place) => place >= 0,
      );
      (spawned.mock.contexts as unknown as ChildProcess[])[index]?.kill('SIGKILL');
    };

    it.each<[string, (argument: string) => boolean]>([
      ['while its picture is taken', (argument) => argument.endsWith('frame.png')],
      ['while it is written to play everywhere', (argument) => argument.endsWith('made/video')],
    ])('%s is done again, once', async (_, isIt) => {
      const message = await sent(await buildFilm({ size: LARGE, seconds: 2 }));
      await killFirst(isIt);
      const file = await shown(message, ({ variants }) => variants.includes('video'));
      expect(file).toMatchObject({ state: 'ready', variants: [...POSTERS, 'video'].toSorted() });
      expect(spawned.mock.calls.filter(([{ args }]) => args.some((argument) => argument.endsWith('made/video')))).not.toHaveLength(0);
      await eventually(leftovers, ({ length }) => length === 0);
    });
  });

  it('a PDF shows its first page, also a locked one is a document', async () => {
    const open = await shown(await sent(buildPdf(2), { name: 'plan.pdf' }), isDone);
    expect(open).toMatchObject({ kind: 'document', state: 'ready', pages: 2, variants: ['full', 'preview', 'thumbnail'] });
    const locked = await shown(await sent(buildLockedPdf(), { name: 'secret.pdf' }), isDone);
    expect(locked).toMatchObject({ kind: 'document', state: 'ready', variants: [], contentType: 'application/pdf' });
  });
});

describe('without ffmpeg', () => {
  /** Of a process that no machine has. */
  const LEFT = path.join(tmpdir(), 'hearth-media-99999999-left');
  beforeAll(async () => {
    await mkdir(LEFT, { recursive: true });
    await start({ FFMPEG_PATH: '/nowhere/ffmpeg' });
  });
  afterAll(() => hearth.close());
  beforeEach(enter);

  it('a video can be saved, a voice is played with what its sender says of it, and a picture is made ready', async () => {
    const film = await shown(await sent(await buildFilm(), { name: 'film.mp4' }), isDone);
    expect(film).toMatchObject({ kind: 'file', state: 'failed', variants: [], contentType: 'video/mp4' });
    const waveform = Buffer.alloc(64, 7).toString('base64');
    const voice = await buildVoice(LOUD);
    const file = await shown(await sent(voice, { type: 'audio/webm', duration: '2.5', waveform }), isDone);
    expect(file).toMatchObject({ kind: 'audio', state: 'ready', duration: 2.5, waveform, variants: [], size: voice.length });
    expect(await bytesOf(file.id, 'original')).toEqual(voice);
    const png = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await shown(await sent(png), isDone)).toMatchObject({ kind: 'image', state: 'ready' });
  });

  it('what a node left that was killed is gone when the next one starts', async () => {
    await expect(access(LEFT)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
