import type { PictureStream, Probe } from './probe.js';

/** Pixels of the longer and of the shorter side: 720p, upright or not. */
export const BOX = { long: 1_280, short: 720 };
/** Of the picture that stands for it. */
const FRAME_BOX = { long: 1_920, short: 1_920 };
/** Bits a second that any line has, in the end. */
const MODERATE = 4_000_000;
/** Seconds into a video: its beginning is often black. */
const INTO = 3;
/** Frames of which the one that looks most like all is taken. */
const CHOICE = 12;

/** Nothing of what a camera or a program says beside the pictures: where it was, when, whose. */
export const BARE = ['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact'];
/** It can be played before all of it is there. */
export const FAST_START = ['-movflags', '+faststart'];

const H264 = 'h264';
/** What plays in every browser, inside of MP4. */
const SOUNDS = ['aac', 'mp3'];
const FORMATS = ['yuv420p', 'yuvj420p'];

export interface Size {
  width: number;
  height: number;
}

/** `copy`: only what is around it changes; `encode`: all of it does; null: it plays everywhere as it is. */
export type Rendition = 'copy' | 'encode' | null;

interface Brought {
  contentType: string;
  bytes: number;
}

/** What has to be made of a video so that it plays everywhere, and over most lines. */
export function renditionOf({ picture, sound, bitRate, duration }: Probe, { contentType, bytes }: Brought): Rendition {
  if (!picture) return null;
  const rate = bitRate ?? (duration ? (8 * bytes) / duration : Infinity);
  const isPlain = picture.codec === H264 && FORMATS.includes(picture.pixelFormat) && (!sound || SOUNDS.includes(sound.codec));
  if (!isPlain || rate > MODERATE || isLarger(picture)) return 'encode';
  return contentType === 'video/mp4' ? null : 'copy';
}

const isLarger = ({ width, height }: Size): boolean => Math.max(width, height) > BOX.long || Math.min(width, height) > BOX.short;

/** After the input. */
export function filmOptions({ picture, sound }: Probe & { picture: PictureStream }, rendition: 'copy' | 'encode', bytes: number): string[] {
  const streams = [picture, ...(sound ? [sound] : [])].flatMap(({ index }) => ['-map', `0:${index}`]);
  const codecs = rendition === 'copy' ? ['-c', 'copy'] : encoding(picture);
  return [...streams, ...codecs, ...BARE, ...FAST_START, '-fs', String(bytes), '-f', 'mp4'];
}

function encoding(picture: PictureStream): string[] {
  const rate = ['-crf', '24', '-maxrate', '2500k', '-bufsize', '5000k'];
  const size = ['-vf', `scale=${inPixels(within(picture, BOX))},setsar=1`, '-pix_fmt', 'yuv420p'];
  const sound = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', '48000'];
  return ['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', ...rate, ...size, ...sound];
}

/** One frame as PNG. */
export const frameOptions = (picture: PictureStream): string[] => [
  ...['-map', `0:${picture.index}`, '-an', '-sn', '-dn', '-frames:v', '1'],
  ...['-vf', `scale=${inPixels(within(picture, FRAME_BOX))},setsar=1,thumbnail=${CHOICE}`],
  ...['-c:v', 'png', '-update', '1', '-f', 'image2'],
];

/** Where the frame is taken. */
export const frameTime = (duration: number | undefined): number => Math.min(INTO, (duration ?? 0) / 10);

/** Into a box, never larger, and even, as H.264 wants it. */
export function within({ width, height }: Size, { long, short }: typeof BOX): Size {
  const scale = Math.min(1, long / Math.max(width, height), short / Math.min(width, height));
  // A thousandth for what floating numbers are short of.
  const even = (side: number) => Math.max(2, 2 * Math.floor((side * scale) / 2 + 0.001));
  return { width: even(width), height: even(height) };
}

const inPixels = ({ width, height }: Size): string => `${width}:${height}`;
