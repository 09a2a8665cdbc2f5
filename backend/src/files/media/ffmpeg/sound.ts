import { BARE, FAST_START } from './film.js';
import type { SoundStream } from './probe.js';
import { SAMPLE_RATE } from './waveform.js';

/** Types whose sound every browser plays, by what is in them; of all others one is made. */
const PLAIN: Record<string, RegExp> = {
  'audio/mpeg': /^mp3$/,
  'audio/aac': /^aac$/,
  'audio/flac': /^flac$/,
  'audio/wav': /^pcm_[us]\d+le$/,
  'audio/mp4': /^(?:aac|mp3)$/,
  'audio/x-m4a': /^(?:aac|mp3)$/,
};

export const playsEverywhere = (codec: string, contentType: string): boolean => PLAIN[contentType]?.test(codec) ?? false;

/** All of it as samples on standard output, one channel. */
export const samplesOf = (index: number): string[] => [
  ...['-map', `0:${index}`, '-ac', '1', '-ar', String(SAMPLE_RATE), '-f', 's16le', 'pipe:1'],
];

/** Bits a second of a channel. */
const RATE = 64_000;

/** @param bytes at which it is cut */
export function soundOptions({ index, channels }: SoundStream, bytes: number): string[] {
  const kept = Math.min(2, channels);
  const codec = ['-c:a', 'aac', '-b:a', String(kept * RATE), '-ac', String(kept)];
  return ['-map', `0:${index}`, ...codec, ...BARE, ...FAST_START, '-fs', String(bytes), '-f', 'mp4'];
}
