import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { PIECE, piece, Uploads } from '../load/uploads.ts';
import { mebibytes, milliseconds, type Row } from '../report.ts';
import { signIn } from '../seed/people.ts';
import type { Stage } from '../stage.ts';
import { percentiles } from '../stats.ts';
import type { Measured } from './measurement.ts';

const BACKEND = path.resolve(import.meta.dirname, '../../../backend');

const GIBIBYTE = 1_024 ** 3;
/** The connection is cut after so many MiB, and in the middle the server is started anew. */
const CUTS = [100, 300, 400, 700, 1_000];
const RESTART_AFTER = 512;
const LOOK_EVERY = 100;

/** Together with the large file fewer than may wait to be sent: 30. */
const [ONE_BY_ONE, PHOTOS] = [9, 18];
const PHOTO = { width: 3_000, height: 2_000 };
/** As `WORKERS` of the backend's MediaService. */
const MOST_PROCESSES = 2;

/** A file of a gibibyte that is cut and goes on, and photos until their thumbnails are there. */
export async function measureFiles(stage: Stage): Promise<Measured> {
  const { database, community } = stage;
  await database.hearth.query('UPDATE installation SET max_file_bytes = $1, user_file_bytes = $2, server_file_bytes = $2', [
    2 * GIBIBYTE,
    64 * GIBIBYTE,
  ]);
  const [token = ''] = await signIn(stage.hearth.url, community.people.slice(0, 1));
  const uploads = new Uploads(stage, token);
  const large = await largeFile(stage, uploads);
  const photos = await photosOf(stage, uploads);
  return { rows: [...largeRows(large), ...photoRows(photos)], details: { large, photos } };
}

interface LargeFile {
  seconds: number;
  /** Bytes of memory of the server beyond what it had before. */
  more: number;
  cuts: number;
}

async function largeFile(stage: Stage, uploads: Uploads): Promise<LargeFile> {
  const id = await uploads.begin('large.bin', GIBIBYTE);
  const memory = new Memory(stage);
  const from = performance.now();
  const stops = [...CUTS, RESTART_AFTER].toSorted((one, other) => one - other);
  for (const stop of [...stops.map((mebi) => mebi * PIECE), GIBIBYTE]) {
    const offset = await uploads.offset(id);
    const more = memory.watch();
    await uploads.stream(id, offset, stop, GIBIBYTE);
    await more.end();
    if (stop === RESTART_AFTER * PIECE) await stage.restart();
  }
  const seconds = (performance.now() - from) / 1_000;
  const sent = createHash('sha256');
  for (let at = 0; at < GIBIBYTE / PIECE; at += 1) sent.update(piece(at));
  const more = memory.watch();
  if ((await uploads.digest(id)) !== sent.digest('hex')) throw new Error('the large file did not arrive as it was sent');
  await more.end();
  return { seconds, more: memory.more, cuts: CUTS.length };
}

/** The most that the server takes while something is done, beyond what it had when that began. */
class Memory {
  more = 0;
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  watch(): { end: () => Promise<void> } {
    const ending = new AbortController();
    const looking = this.look(ending.signal);
    return {
      end: async () => {
        ending.abort();
        await looking;
      },
    };
  }

  private async look(signal: AbortSignal): Promise<void> {
    const { child } = this.stage.hearth;
    const { resident: before } = await child.settle();
    while (!signal.aborted) {
      const { resident } = await child.usage();
      this.more = Math.max(this.more, resident - before);
      await sleep(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
}

interface Photos {
  /** Milliseconds from the answer to the upload until the thumbnail is there, one photo at a time. */
  waits: number[];
  perSecondAndCore: number;
  /** Without queue and store, in this process. */
  bare: number;
}

async function photosOf(stage: Stage, uploads: Uploads): Promise<Photos> {
  const photo = await photograph();
  const waits: number[] = [];
  for (let index = 0; index < ONE_BY_ONE; index += 1) waits.push(await waitFor(stage, [await uploads.whole('photo.jpg', photo)]));
  const ids: string[] = [];
  const from = performance.now();
  for (let index = 0; index < PHOTOS; index += 1) ids.push(await uploads.whole('photo.jpg', photo));
  await waitFor(stage, ids);
  const seconds = (performance.now() - from) / 1_000;
  return { waits, perSecondAndCore: PHOTOS / seconds / Math.min(MOST_PROCESSES, availableParallelism()), bare: await bareRate(photo) };
}

/** Milliseconds until all of them are ready. */
async function waitFor(stage: Stage, ids: string[]): Promise<number> {
  const from = performance.now();
  for (;;) {
    const { rows } = await stage.database.hearth.query<{ state: string }>('SELECT state FROM files WHERE id = ANY($1::bigint[])', [ids]);
    if (rows.some(({ state }) => state === 'FAILED')) throw new Error('a photo could not be made ready');
    if (rows.every(({ state }) => state === 'READY')) return performance.now() - from;
    await sleep(10);
  }
}

interface Sharp {
  jpeg(options: { quality: number }): { toBuffer(): Promise<Buffer> };
}
type MakeSharp = (options: {
  create: { width: number; height: number; channels: 3; noise: { type: 'gaussian'; mean: number; sigma: number } };
}) => Sharp;

/** Noise is harder than any photo that people take. */
async function photograph(): Promise<Buffer> {
  const sharp = createRequire(path.join(BACKEND, 'package.json'))('sharp') as MakeSharp;
  const picture = sharp({ create: { ...PHOTO, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 12 } } });
  return picture.jpeg({ quality: 88 }).toBuffer();
}

async function bareRate(photo: Buffer): Promise<number> {
  const built = pathToFileURL(path.join(BACKEND, 'dist/files/media/image.js')).href;
  const { makeImage } = (await import(built)) as {
    makeImage: (task: { kind: 'image'; source: string; folder: string }) => Promise<unknown>;
  };
  const root = await mkdtemp(path.join(tmpdir(), 'hearth-bench-photos-'));
  const source = path.join(root, 'photo.jpg');
  await writeFile(source, photo);
  const count = 5;
  const from = performance.now();
  for (let index = 0; index < count; index += 1) {
    const folder = path.join(root, String(index));
    await mkdir(folder);
    await makeImage({ kind: 'image', source, folder });
  }
  const rate = count / ((performance.now() - from) / 1_000);
  await rm(root, { recursive: true });
  return rate;
}

const largeRows = ({ seconds, more, cuts }: LargeFile): Row[] => [
  {
    what: `a file of 1 GiB, cut ${cuts} times, with one restart: memory beyond what was there`,
    target: '< 64 MiB',
    hearth: mebibytes(more),
    met: more < 64 * PIECE,
  },
  { what: 'the same: until all of it was there', hearth: `${seconds.toFixed(1)} s` },
];

function photoRows({ waits, perSecondAndCore, bare }: Photos): Row[] {
  const { p50, p95 } = percentiles(waits);
  const rate = (value: number) => `${value.toFixed(2)}/s`;
  return [
    { what: `a photo of ${PHOTO.width} x ${PHOTO.height}: from the upload to its thumbnail and all else, p50`, hearth: milliseconds(p50) },
    { what: 'the same, p95', hearth: milliseconds(p95) },
    {
      what: 'photos a second and core; the peer makes them without queue and store',
      ...{ hearth: rate(perSecondAndCore), peer: rate(bare), ratio: perSecondAndCore / bare },
    },
  ];
}
