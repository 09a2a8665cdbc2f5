import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Mishap, Refusal } from '../refusal.js';
import type { MadeFile } from '../tasks.js';
import { Ffmpeg, type Run } from './ffmpeg.js';
import { BARE, BOX, FAST_START, filmOptions, frameOptions, frameTime, renditionOf, within } from './film.js';
import { inputOptions, THREADS, type MediaInput } from './input.js';
import { PROBED, readProbe, type PictureStream, type Probe, type SoundStream } from './probe.js';
import { playsEverywhere, samplesOf, soundOptions } from './sound.js';
import { Waveform } from './waveform.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MEBIBYTE = 1_024 * 1_024;
/** Of what a program says of a file. */
const MAX_REPORT = MEBIBYTE;
/** What a container takes beside what is in it. */
const AROUND = 16 * MEBIBYTE;

/** A video or a sound, and the folder where what is made of it goes. */
export interface Recording extends MediaInput {
  folder: string;
  bytes: number;
}

export interface Heard {
  /** Seconds. */
  duration: number;
  /** As the contract has it. */
  waveform: string | undefined;
}

const MP4 = ['mp4', ...FAST_START];
/** What a recorder writes more into than is in the recording, such as the place: as what it is written again, and what that is. */
const CLEANED: Record<string, { format: string[]; contentType: string }> = {
  'video/mp4': { format: MP4, contentType: 'video/mp4' },
  'video/x-m4v': { format: MP4, contentType: 'video/mp4' },
  'video/quicktime': { format: ['mov', ...FAST_START], contentType: 'video/quicktime' },
  'video/3gpp': { format: ['3gp', ...FAST_START], contentType: 'video/3gpp' },
  'video/3gpp2': { format: ['3g2', ...FAST_START], contentType: 'video/3gpp2' },
  'audio/mp4': { format: MP4, contentType: 'audio/mp4' },
  'audio/x-m4a': { format: MP4, contentType: 'audio/mp4' },
  'video/webm': { format: ['webm'], contentType: 'video/webm' },
  'audio/webm': { format: ['webm'], contentType: 'audio/webm' },
  'video/matroska': { format: ['matroska'], contentType: 'video/matroska' },
  'audio/matroska': { format: ['matroska'], contentType: 'audio/matroska' },
};

type Bounds = Pick<Run, 'milliseconds' | 'bytes'>;

/** What ffmpeg makes of videos and sounds. */
@Injectable()
export class Recordings {
  constructor(private readonly ffmpeg: Ffmpeg) {}

  /** Whether anything can be made here. */
  isPossible(): Promise<boolean> {
    return this.ffmpeg.isThere();
  }

  /** @throws Refusal */
  async probe(recording: Recording): Promise<Probe> {
    const report: Buffer[] = [];
    let left = MAX_REPORT;
    const onOutput = (chunk: Buffer) => {
      left -= chunk.length;
      if (left > 0) report.push(chunk);
    };
    const args = [...PROBED, ...inputOptions(recording)];
    await this.ffmpeg.run({ program: 'ffprobe', args, folder: recording.folder, milliseconds: 20 * SECOND, bytes: 0, onOutput });
    return readProbe(Buffer.concat(report).toString());
  }

  /**
   * The same as `original` without what was written beside pictures and sound, with its length in its head, and ready to be played from there.
   *
   * @returns null where nothing needs that, or it cannot be done
   */
  async clean(recording: Recording): Promise<Recording | null> {
    const target = CLEANED[recording.contentType];
    if (!target) return null;
    const { format, contentType } = target;
    const streams = ['-map', '0:V?', '-map', '0:a?', '-map', '0:s?', '-c', 'copy'];
    const bounds = { milliseconds: 2 * MINUTE, bytes: Math.ceil(1.1 * recording.bytes) + AROUND };
    try {
      const made = await this.write(recording, [...streams, ...BARE, '-f', ...format], 'original', bounds);
      return { ...recording, ...made, contentType };
    } catch (fault) {
      if (fault instanceof Mishap) throw fault;
      return null;
    }
  }

  /** Path of a picture of what is to be seen. @throws Refusal */
  async frame(recording: Recording, picture: PictureStream, duration: number | undefined): Promise<string> {
    const take = async (from: number) => {
      const bounds = { milliseconds: MINUTE, bytes: 64 * MEBIBYTE };
      return (await this.write(recording, frameOptions(picture), 'frame.png', bounds, ['-ss', String(from)])).source;
    };
    const time = frameTime(duration);
    // One that is shorter than it says has nothing there.
    const early = time > 0 ? await take(time).catch(unlessMishap) : null;
    return early ?? take(0);
  }

  /** Plays all of it. @throws Refusal */
  async listen(recording: Recording, { index }: SoundStream): Promise<Heard> {
    const wave = new Waveform();
    const bounds = { milliseconds: 3 * MINUTE, bytes: 0 };
    await this.run(recording, [...inputOptions(recording), ...samplesOf(index)], bounds, (chunk) => wave.add(chunk));
    return { duration: wave.duration, waveform: wave.values };
  }

  /** What plays everywhere; null where it does itself. @throws Refusal */
  async render(recording: Recording): Promise<MadeFile | null> {
    const { picture, sound, ...probe } = await this.probe(recording);
    if (picture) return this.renderFilm(recording, { picture, sound, ...probe });
    return sound && !playsEverywhere(sound.codec, recording.contentType) ? this.renderSound(recording, sound) : null;
  }

  private async renderFilm(recording: Recording, probe: Probe & { picture: PictureStream }): Promise<MadeFile | null> {
    const rendition = renditionOf(probe, recording);
    if (!rendition) return null;
    const bytes = await this.writeWithin(recording, (most) => filmOptions(probe, rendition, most), 'video');
    const size = rendition === 'copy' ? sizeOf(probe.picture) : within(probe.picture, BOX);
    return { name: 'video', contentType: 'video/mp4', bytes, ...size };
  }

  private async renderSound(recording: Recording, sound: SoundStream): Promise<MadeFile> {
    const bytes = await this.writeWithin(recording, (most) => soundOptions(sound, most), 'audio');
    return { name: 'audio', contentType: 'audio/mp4', bytes };
  }

  /** It ends where there is no more room for it. @throws Refusal for what would be much larger than what it is made of */
  private async writeWithin(recording: Recording, options: (most: number) => string[], name: string): Promise<number> {
    const most = 2 * recording.bytes + AROUND;
    const { bytes } = await this.write(recording, options(most), name, { milliseconds: 45 * MINUTE, bytes: most + AROUND });
    if (bytes >= most) throw new Refusal('gets too large');
    return bytes;
  }

  /** @throws Refusal also when nothing is written */
  private async write(recording: Recording, options: string[], name: string, bounds: Bounds, before: string[] = []) {
    const source = path.join(recording.folder, name);
    const args = [...before, ...inputOptions(recording), ...options, '-threads', String(THREADS), source];
    await this.run(recording, args, bounds, () => undefined);
    const bytes = await bytesOf(source);
    if (bytes === 0) throw new Refusal('is empty');
    return { source, bytes };
  }

  private run({ folder }: Recording, args: string[], bounds: Bounds, onOutput: Run['onOutput']): Promise<void> {
    return this.ffmpeg.run({ program: 'ffmpeg', args: ['-nostdin', '-y', ...args], folder, ...bounds, onOutput });
  }
}

const sizeOf = ({ width, height }: PictureStream) => ({ width, height });

const bytesOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

function unlessMishap(fault: unknown): null {
  if (fault instanceof Mishap) throw fault;
  return null;
}
