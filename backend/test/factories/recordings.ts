import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const FFMPEG = process.env['HEARTH_FFMPEG'] ?? 'ffmpeg';

export interface FilmOptions {
  size?: string;
  seconds?: number;
  /** Options of what is written, after the pictures and the sound. */
  options?: string[];
  /** By which it is written: `mp4`, `mov`, `webm`. */
  format?: string;
}

const GENERATED = ['-f', 'lavfi', '-i'];
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart'];

/** A test card that moves, with a tone. */
export function buildFilm({ size = '640x360', seconds = 1, options = H264, format = 'mp4' }: FilmOptions = {}): Promise<Buffer> {
  const picture = `testsrc=size=${size}:rate=10:duration=${seconds}`;
  return write([...GENERATED, picture, ...GENERATED, `sine=duration=${seconds}`, '-shortest', ...options], format);
}

/** A tone. @param loud parts of it, each a quarter of a second, from 0 to 1 */
export function buildSound(loud: number[], options: string[], format: string): Promise<Buffer> {
  const volume = loud.map((value, index) => `${value}*between(t,${index / 4},${(index + 1) / 4})`).join('+');
  const tone = `aevalsrc='(${volume})*sin(2*PI*440*t)':d=${loud.length / 4}:s=48000`;
  return write([...GENERATED, tone, ...options], format);
}

/** What a browser's recorder makes: nobody went back to write how long it is. */
export const buildVoice = (loud: number[]): Promise<Buffer> => buildSound(loud, ['-c:a', 'libopus', '-live', '1'], 'webm');

/** What was written into it, beside what is seen and heard. */
export const PLACE = ['-metadata', 'location=+52.5200+013.4050/', '-metadata', 'title=Ada Lovelace'];

/** As a phone does it: what is written stays, and its head says how to turn it. */
export function onItsSide(film: Buffer): Buffer {
  const matrix = film.indexOf('tkhd') + 44;
  [0, 0x1_0000, 0, 0xffff_0000, 0].forEach((value, index) => film.writeUInt32BE(value, matrix + 4 * index));
  return film;
}

async function write(options: string[], format: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearth-recording-'));
  const file = path.join(folder, 'made');
  await execute(FFMPEG, ['-nostdin', '-loglevel', 'error', ...options, '-f', format, file]);
  const data = await readFile(file);
  await rm(folder, { recursive: true });
  return data;
}
