import { ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PinoLogger } from 'nestjs-pino';
import sharp from 'sharp';
import { eventually } from '../../../../test/eventually.js';
import { buildFilm, buildSound, buildVoice, onItsSide, PLACE } from '../../../../test/factories/recordings.js';
import { loadConfig } from '../../../config/load-config.js';
import { Delay, Mishap, Refusal } from '../refusal.js';
import { Ffmpeg } from './ffmpeg.js';
import { MediaTools } from './media-tools.js';
import { Recordings, type Recording } from './recordings.js';

const logger = new PinoLogger({ pinoHttp: { level: 'silent' } });
const toolsAt = (ffmpeg = process.env['HEARTH_FFMPEG']) => new MediaTools(loadConfig({ FFMPEG_PATH: ffmpeg }), logger);
const ffmpeg = new Ffmpeg(toolsAt(), logger);
const recordings = new Recordings(ffmpeg);

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'hearth-recordings-'));
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(root, 'made-'));
});
afterAll(() => rm(root, { recursive: true }));

async function recording(data: Buffer | string, contentType: string): Promise<Recording> {
  const source = path.join(root, 'source');
  await writeFile(source, data);
  return { source, contentType, bytes: Buffer.byteLength(data), folder };
}
async function refused(work: Promise<unknown>): Promise<void> {
  const fault = await work.catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(Refusal);
  expect(fault).not.toBeInstanceOf(Mishap);
}
const firstSide = async (file: string) => {
  const { width, height } = await sharp(file).metadata();
  return { width, height };
};

describe('a video', () => {
  it('is kept without what a camera wrote into it, and can be played from its beginning', async () => {
    const data = await buildFilm({ options: ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...PLACE] });
    expect(data.includes('Lovelace')).toBe(true);
    const film = await recording(data, 'video/mp4');
    const cleaned = await recordings.clean(film);
    if (!cleaned) throw new Error('not cleaned');
    const clean = await readFile(cleaned.source);
    expect(clean).toHaveLength(cleaned.bytes);
    expect(clean.includes('Lovelace')).toBe(false);
    expect(clean.indexOf('moov')).toBeLessThan(clean.indexOf('mdat'));
    expect(await recordings.probe(cleaned)).toMatchObject({ picture: { width: 640, height: 360 }, sound: { codec: 'aac' }, duration: 1 });
    expect(await recordings.render(cleaned)).toBeNull();
  });

  it('gets a picture, and one in 720p that plays everywhere', async () => {
    const film = await recording(await buildFilm({ size: '1920x1080', seconds: 2 }), 'video/mp4');
    const { picture, duration } = await recordings.probe(film);
    if (!picture) throw new Error('no picture');
    expect(await firstSide(await recordings.frame(film, picture, duration))).toEqual({ width: 1_920, height: 1_080 });
    const made = await recordings.render(film);
    expect(made).toMatchObject({ name: 'video', contentType: 'video/mp4', width: 1_280, height: 720 });
    const data = await readFile(path.join(folder, 'video'));
    expect(data.indexOf('moov')).toBeLessThan(data.indexOf('mdat'));
    const rendered = { ...film, source: path.join(folder, 'video'), bytes: data.length };
    expect(await recordings.probe(rendered)).toMatchObject({
      ...{ picture: { codec: 'h264', width: 1_280, height: 720, pixelFormat: 'yuv420p' }, sound: { codec: 'aac' } },
      duration: expect.closeTo(2, 1),
    });
  });

  it('on its side is seen upright, and moves into another container as it is', async () => {
    const options = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...PLACE];
    const data = onItsSide(await buildFilm({ options, format: 'mov' }));
    expect(data.includes('+52.5200')).toBe(true);
    const cleaned = await recordings.clean(await recording(data, 'video/quicktime'));
    if (!cleaned) throw new Error('not cleaned');
    expect((await readFile(cleaned.source)).includes('+52.5200')).toBe(false);
    const { picture, duration } = await recordings.probe(cleaned);
    expect(picture).toMatchObject({ width: 360, height: 640 });
    if (picture) expect(await firstSide(await recordings.frame(cleaned, picture, duration))).toEqual({ width: 360, height: 640 });
    expect(await recordings.render(cleaned)).toMatchObject({ width: 360, height: 640 });
    const { bytes } = cleaned;
    expect(await recordings.probe({ ...cleaned, source: path.join(folder, 'video'), contentType: 'video/mp4', bytes })).toMatchObject({
      picture: { codec: 'h264', width: 360, height: 640 },
    });
  });

  it('of a browser that did not say how long it is gets its length', async () => {
    const options = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', '-live', '1'];
    const film = await recording(await buildFilm({ options, format: 'webm' }), 'video/webm');
    expect((await recordings.probe(film)).duration).toBeUndefined();
    const cleaned = await recordings.clean(film);
    expect(cleaned && (await recordings.probe(cleaned)).duration).toBeCloseTo(1, 1);
    expect(await recordings.render(film)).toMatchObject({ contentType: 'video/mp4', width: 640, height: 360 });
  });
});

describe('a sound', () => {
  const LOUD = [1, 1, 1, 1, 0.25, 0.25, 0, 0];
  const AAC = ['-c:a', 'aac'];

  it.each<[string, () => Promise<Buffer>, string, boolean]>([
    ['WebM of a browser', () => buildVoice(LOUD), 'audio/webm', true],
    ['Ogg', () => buildSound(LOUD, ['-c:a', 'libopus'], 'ogg'), 'audio/ogg', true],
    ['MP4', () => buildSound(LOUD, [...AAC, '-movflags', '+frag_keyframe+empty_moov'], 'mp4'), 'audio/mp4', false],
    ['MP3', () => buildSound(LOUD, ['-c:a', 'libmp3lame'], 'mp3'), 'audio/mpeg', false],
    ['WAV', () => buildSound(LOUD, ['-c:a', 'pcm_s16le'], 'wav'), 'audio/wav', false],
    ['FLAC', () => buildSound(LOUD, ['-c:a', 'flac'], 'flac'), 'audio/flac', false],
  ])('in %s is listened to', async (_, build, contentType, isMade) => {
    const voice = await recording(await build(), contentType);
    const { sound, picture } = await recordings.probe(voice);
    expect(picture).toBeUndefined();
    if (!sound) throw new Error('no sound');
    const { duration, waveform = '' } = await recordings.listen(voice, sound);
    const made = await recordings.render(voice);
    expect(Math.abs(duration - 2)).toBeLessThan(0.1);
    const values = Buffer.from(waveform, 'base64');
    const at = (part: number) => values[Math.floor(values.length * part)] ?? 0;
    expect(at(0.25)).toBeGreaterThan(200);
    expect(at(0.6)).toBeGreaterThan(30);
    expect(at(0.6)).toBeLessThan(110);
    expect(at(0.95)).toBeLessThan(10);
    expect(made && [made.name, made.contentType]).toEqual(isMade ? ['audio', 'audio/mp4'] : null);
    if (!made) return;
    const rendered = { source: path.join(folder, 'audio'), contentType: 'audio/mp4', folder, bytes: made.bytes };
    expect(await recordings.probe(rendered)).toMatchObject({ sound: { codec: 'aac' }, duration: expect.closeTo(2, 0) });
  });
});

describe('what wants to do harm', () => {
  let server: Server;
  let asked: string[];
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => {
    server.close();
  });

  it.each([
    ['a playlist of addresses', () => `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${url}/segment.ts\n#EXT-X-ENDLIST\n`],
    ['a playlist of a file', () => `#EXTM3U\n#EXTINF:1,\n${path.join(root, 'secret')}\n#EXT-X-ENDLIST\n`],
    ['a list of files', () => `ffconcat version 1.0\nfile '${path.join(root, 'secret')}'\n`],
    ['an SVG', () => `<svg xmlns="http://www.w3.org/2000/svg"><image href="${url}/picture.png"/></svg>`],
    ['nothing', () => '\0\0\0\x18ftypmp42'],
  ])('%s is refused and leads nowhere', async (_, content) => {
    await writeFile(path.join(root, 'secret'), await buildFilm());
    for (const type of ['video/mp4', 'video/webm', 'video/ogg', 'audio/mpeg', 'audio/aac']) {
      const film = await recording(content(), type);
      await refused(recordings.probe(film));
      expect(await recordings.clean(film)).toBeNull();
    }
    expect(asked).toEqual([]);
    expect(await readdir(folder)).not.toContain('video');
  });

  it('frames with more pixels than a process can hold are not decoded', async () => {
    const data = await buildFilm({ size: '12000x3200', seconds: 0.1, options: ['-an', '-c:v', 'png'], format: 'mov' });
    await refused(recordings.probe(await recording(data, 'video/quicktime')));
  });

  it('what gets larger than it may is refused', async () => {
    const film = await recording(await buildFilm({ size: '1280x720', seconds: 3 }), 'video/mp4');
    const output = path.join(folder, 'endless');
    const args = ['-nostdin', '-f', 'mov', '-stream_loop', '-1', '-i', film.source, '-c:v', 'rawvideo', '-f', 'rawvideo', output];
    await refused(ffmpeg.run({ program: 'ffmpeg', args, folder, milliseconds: 60_000, bytes: 5_000_000, onOutput: () => undefined }));
    expect((await readFile(output)).length).toBeLessThanOrEqual(5_000_000);
  });

  it('what takes too long is ended', async () => {
    const args = ['-nostdin', '-re', '-f', 'lavfi', '-i', 'sine', '-f', 'null', '-'];
    const running = ffmpeg.run({ program: 'ffmpeg', args, folder, milliseconds: 300, bytes: 0, onOutput: () => undefined });
    await expect(running).rejects.toBeInstanceOf(Delay);
  });

  it('a gap of days in it makes nothing longer than it is', async () => {
    const gap = [
      '-vf',
      "setpts='if(gte(N,5),PTS+200000/TB,PTS)'",
      '-vsync',
      'passthrough',
      '-an',
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
    ];
    const film = await recording(await buildFilm({ options: gap, format: 'webm' }), 'video/webm');
    const made = await recordings.render(film);
    expect(made?.bytes).toBeLessThan(1_000_000);
  });
});

describe('the program itself', () => {
  /** What starts every process; it is public in all but the types. */
  type Spawning = { spawn: (options: { envPairs: string[]; args: string[] }) => unknown };

  it('knows nothing of the installation, may die, and goes with the node', async () => {
    const spawned = jest.spyOn(ChildProcess.prototype as unknown as Spawning, 'spawn');
    const own = new Ffmpeg(toolsAt(), logger);
    const endless = () =>
      own.run({
        program: 'ffmpeg',
        args: ['-nostdin', '-re', '-f', 'lavfi', '-i', 'sine', '-f', 'null', '-'],
        folder,
        milliseconds: 60_000,
        bytes: 0,
        onOutput: () => undefined,
      });
    const started = (count: number) =>
      eventually(
        () => Promise.resolve(spawned.mock.calls.filter(([{ args }]) => args.includes('-re')).length),
        (found) => found === count,
      );
    const first = expect(endless()).rejects.toMatchObject({ constructor: Mishap });
    await started(1);
    expect(spawned.mock.calls.at(-1)?.[0].envPairs).toEqual([]);
    (spawned.mock.contexts as unknown as ChildProcess[]).at(-1)?.kill('SIGKILL');
    await first;
    const second = expect(endless()).rejects.toMatchObject({ constructor: Mishap });
    await started(2);
    own.onModuleDestroy();
    await second;
    await expect(endless()).rejects.toMatchObject({ constructor: Mishap });
    spawned.mockRestore();
  });

  it.each([
    ['there is no program', '/nowhere/ffmpeg', 'there is no program "/nowhere/ffmpeg"'],
    ['it is another program', process.execPath, `${process.execPath} is no ffmpeg that works`],
  ])('is missed with a reason where %s', async (_, program, reason) => {
    const tools = toolsAt(program);
    expect(await tools.state()).toEqual({ ffmpeg: { available: false, reason } });
    const without = new Recordings(new Ffmpeg(tools, logger));
    expect(await without.isPossible()).toBe(false);
    await refused(without.probe(await recording('', 'video/mp4')));
  });

  it('is found with its version', async () => {
    expect(await toolsAt().state()).toEqual({ ffmpeg: { available: true, version: expect.stringMatching(/^\S+$/) } });
  });
});
