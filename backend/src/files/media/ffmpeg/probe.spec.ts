import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../refusal.js';
import { readProbe } from './probe.js';

const video = { index: 0, codec_type: 'video', codec_name: 'h264', width: 1_920, height: 1_080, pix_fmt: 'yuv420p' };
const audio = { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2 };
const read = (streams: object[], format: object = {}) => readProbe(JSON.stringify({ streams, format }));

describe('what ffprobe says', () => {
  it('is read', () => {
    expect(read([audio, { ...video, index: 2 }], { duration: '6.5', bit_rate: '550728' })).toEqual({
      picture: { index: 2, codec: 'h264', width: 1_920, height: 1_080, pixelFormat: 'yuv420p' },
      sound: { index: 1, codec: 'aac', channels: 2 },
      duration: 6.5,
      bitRate: 550_728,
    });
  });

  it.each([
    ['on its side', { side_data_list: [{}, { rotation: -90 }] }, 1_080, 1_920],
    ['upside down', { side_data_list: [{ rotation: 180 }] }, 1_920, 1_080],
    ['with wide pixels', { width: 720, height: 576, sample_aspect_ratio: '64:45' }, 1_024, 576],
    ['with pixels of no shape', { sample_aspect_ratio: '0:1' }, 1_920, 1_080],
    ['with pixels as wide as a street', { sample_aspect_ratio: '1000:1' }, 1_920, 1_080],
  ])('of a picture %s is how it is seen', (_, more, width, height) => {
    expect(read([{ ...video, ...more }]).picture).toMatchObject({ width, height });
  });

  it('of a song with a cover is a sound', () => {
    expect(read([{ ...video, disposition: { attached_pic: 1 } }, audio]).picture).toBeUndefined();
  });

  it.each(['', 'nonsense', '{}', '{"streams":[],"format":{}}', '{"streams":[{"index":0,"codec_type":"data"}],"format":{}}'])(
    '%j is refused',
    (json) => {
      expect(() => readProbe(json)).toThrow(Refusal);
    },
  );

  it('of a picture without a size is refused, whatever is heard', () => {
    expect(() => read([{ ...video, width: 0 }, audio])).toThrow(Refusal);
  });

  it('does without a length that is none', () => {
    expect(read([audio], { duration: 'N/A' }).duration).toBeUndefined();
  });
});
