import * as z from 'zod';
import { Refusal } from '../refusal.js';

/** Pixels of a side that a frame has at least, once it is sized. */
const LEAST = 2;

const number = z.coerce.number().positive().optional().catch(undefined);

const stream = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: number,
  height: number,
  sample_aspect_ratio: z.string().optional(),
  pix_fmt: z.string().optional(),
  channels: number,
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
});
type Stream = z.output<typeof stream>;

const report = z.object({ streams: z.array(stream), format: z.object({ duration: number, bit_rate: number }) });

/** What ffprobe is asked for. */
export const PROBED = [
  ...['-show_entries'],
  [
    'stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,pix_fmt,channels',
    'stream_disposition=attached_pic',
    'stream_side_data=rotation',
    'format=duration,bit_rate',
  ].join(':'),
  ...['-of', 'json'],
];

export interface PictureStream {
  index: number;
  codec: string;
  /** As it is seen: upright, its pixels square. */
  width: number;
  height: number;
  pixelFormat: string;
}

export interface SoundStream {
  index: number;
  codec: string;
  channels: number;
}

export interface Probe {
  /** That moves: the cover of a song is none. */
  picture: PictureStream | undefined;
  sound: SoundStream | undefined;
  /** Seconds, where the file says so. */
  duration: number | undefined;
  /** Bits a second. */
  bitRate: number | undefined;
}

/** What ffprobe found. @throws Refusal where there is neither picture nor sound, or a picture that cannot be shown */
export function readProbe(json: string): Probe {
  const { streams, format } = parsed(json);
  const picture = streams.find((one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1);
  const sound = streams.find((one) => one.codec_type === 'audio' && one.codec_name !== undefined);
  if (!picture && !sound) throw new Refusal('has neither picture nor sound');
  // Of one with too many pixels no size is said.
  if (picture && !(picture.width && picture.height)) throw new Refusal('could not be read');
  return {
    picture: picture && pictureOf(picture),
    sound: sound && { index: sound.index, codec: sound.codec_name ?? '', channels: sound.channels ?? 1 },
    duration: format.duration,
    bitRate: format.bit_rate,
  };
}

function parsed(json: string): z.output<typeof report> {
  try {
    return report.parse(JSON.parse(json));
  } catch {
    throw new Refusal('could not be read');
  }
}

function pictureOf({ index, codec_name = '', pix_fmt = '', width = LEAST, height = LEAST, ...rest }: Stream): PictureStream {
  const stretched = Math.max(LEAST, Math.round(width * aspectOf(rest.sample_aspect_ratio)));
  const rotation = rest.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0;
  const isOnSide = Math.abs(rotation) % 180 === 90;
  const size = isOnSide ? { width: height, height: stretched } : { width: stretched, height };
  return { index, codec: codec_name, pixelFormat: pix_fmt, ...size };
}

/** Of one pixel, width by height; what would stretch it beyond use is not believed. */
function aspectOf(ratio = '1:1'): number {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  const aspect = width / height;
  return aspect > 0.1 && aspect < 10 ? aspect : 1;
}
