import { availableParallelism } from 'node:os';
import { Refusal } from '../refusal.js';

/** Of a frame, in pixels: 8K. */
const MAX_PIXELS = 8_192 * 4_352;
/** Pictures, sounds and all else in one file. */
const MAX_STREAMS = 64;
/** Processors that one program keeps busy at most. */
export const THREADS = Math.min(4, availableParallelism());

const MP4 = 'mov';
const MATROSKA = 'matroska';

/** The one reader that a type is read by; whatever else a file may be, a list of other files above all, is not tried. */
const READERS: Record<string, string> = {
  'video/mp4': MP4,
  'video/x-m4v': MP4,
  'video/quicktime': MP4,
  'video/3gpp': MP4,
  'video/3gpp2': MP4,
  'audio/mp4': MP4,
  'audio/x-m4a': MP4,
  'video/webm': MATROSKA,
  'audio/webm': MATROSKA,
  'video/matroska': MATROSKA,
  'audio/matroska': MATROSKA,
  'audio/ogg': 'ogg',
  'video/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'audio/aiff': 'aiff',
  'audio/amr': 'amr',
};

/** A file that was uploaded, and its type as its content says. */
export interface MediaInput {
  source: string;
  contentType: string;
}

/** Options of both programs, up to the file itself. @throws Refusal for a type that has no reader */
export function inputOptions({ source, contentType }: MediaInput): string[] {
  const reader = READERS[contentType];
  if (!reader) throw new Refusal('is of no type that can be read');
  const words = ['-hide_banner', '-loglevel', 'error'];
  const bounds = ['-max_streams', String(MAX_STREAMS), '-max_pixels', String(MAX_PIXELS), '-threads', String(THREADS)];
  return [...words, '-protocol_whitelist', 'file', ...bounds, '-f', reader, '-i', source];
}
