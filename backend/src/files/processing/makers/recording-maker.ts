import { Injectable } from '@nestjs/common';
import { limits } from '@hearth/contract';
import { PinoLogger } from 'nestjs-pino';
import { renditionOf } from '../../media/ffmpeg/film.js';
import type { PictureStream, Probe, SoundStream } from '../../media/ffmpeg/probe.js';
import { Recordings, type Recording } from '../../media/ffmpeg/recordings.js';
import { playsEverywhere } from '../../media/ffmpeg/sound.js';
import { MediaService } from '../../media/media.service.js';
import { Delay, Mishap, Refusal } from '../../media/refusal.js';
import type { MadeFile } from '../../media/tasks.js';
import { ORIGINAL } from '../../storage/file-store.js';
import { AS_IT_IS, type Made, type Maker, type Work } from '../work.js';

/** Videos and sounds. Which of both one is shows what is in it: a browser's microphone and camera write the same kind of file. */
@Injectable()
export class RecordingMaker implements Maker {
  constructor(
    private readonly recordings: Recordings,
    private readonly media: MediaService,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext('files');
  }

  async make(work: Work): Promise<Made> {
    // A browser plays most sounds by itself.
    if (work.kind === 'audio' && !(await this.recordings.isPossible())) return AS_IT_IS;
    const { kind, ...brought } = work;
    const first = await this.recordings.probe(brought);
    const cleaned = await this.recordings.clean(brought);
    if (!cleaned) this.logger.debug({ contentType: work.contentType }, 'a recording stays as it came');
    const recording = cleaned ?? brought;
    const probe = cleaned ? await this.recordings.probe(cleaned) : first;
    const { picture, sound } = probe;
    const made = picture ? await this.video(recording, probe, picture) : await this.audio(recording, probe, sound);
    return { ...made, files: [...made.files, ...originalOf(cleaned, picture)] };
  }

  private async video(recording: Recording, probe: Probe, picture: PictureStream): Promise<Made> {
    const { duration } = probe;
    const source = await this.recordings.frame(recording, picture, duration);
    const { made, placeholder } = await this.media.run({ kind: 'frame', source, folder: recording.folder });
    const { width, height } = picture;
    const contentType = typeAs('video', recording.contentType);
    const needsRendition = renditionOf(probe, { ...recording, contentType }) !== null;
    return { files: made, contentType, needsRendition, meta: { kind: 'video', width, height, duration: rounded(duration), placeholder } };
  }

  private async audio(brought: Recording, { duration }: Probe, sound: SoundStream | undefined): Promise<Made> {
    const recording = { ...brought, contentType: typeAs('audio', brought.contentType) };
    const { contentType } = recording;
    const heard = sound && (await this.recordings.listen(recording, sound).catch(unlessDead));
    const meta = { kind: 'audio', duration: rounded(duration), ...heard };
    if (!sound || playsEverywhere(sound.codec, contentType)) return { files: [], contentType, meta };
    // Whoever is spoken to waits for it; what is longer is listened to later.
    if (!heard?.duration || heard.duration > limits.voiceSeconds) return { files: [], contentType, meta, needsRendition: true };
    const made = await this.recordings.render(recording).catch(unlessDead);
    return { files: made ? [made] : [], contentType, meta };
  }
}

function originalOf(cleaned: Recording | null, picture: PictureStream | undefined): MadeFile[] {
  if (!cleaned) return [];
  const { contentType, bytes } = cleaned;
  return [{ name: ORIGINAL, contentType, bytes, ...(picture && { width: picture.width, height: picture.height }) }];
}

const CONTAINERS = ['webm', 'matroska', 'ogg'];

/** The same type of file with something else in it. */
function typeAs(kind: 'video' | 'audio', contentType: string): string {
  const [first = '', container = ''] = contentType.split('/');
  if (first === kind) return contentType;
  return `${kind}/${CONTAINERS.includes(container) ? container : 'mp4'}`;
}

/** Seconds, to the millisecond. */
const rounded = (duration: number | undefined): number | undefined => duration && Math.round(duration * 1_000) / 1_000;

/** What takes too long to be listened to, or breaks off, can be played all the same. */
function unlessDead(fault: unknown): null {
  if (fault instanceof Refusal && (fault instanceof Delay || !(fault instanceof Mishap))) return null;
  throw fault;
}
