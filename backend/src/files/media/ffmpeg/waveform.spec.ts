import { describe, expect, it } from '@jest/globals';
import { SAMPLE_RATE, Waveform } from './waveform.js';

/** @param loud of each second, from 0 to 1 */
function sound(loud: number[]): Buffer {
  const samples = loud.flatMap((value) =>
    Array.from({ length: SAMPLE_RATE }, (_, index) => Math.round(32_767 * value * (index % 2 ? 1 : -1))),
  );
  return Buffer.from(Int16Array.from(samples).buffer);
}
function heard(data: Buffer, cut = data.length): Waveform {
  const wave = new Waveform();
  for (let at = 0; at < data.length; at += cut) wave.add(data.subarray(at, at + cut));
  return wave;
}
const bytes = ({ values = '' }: Waveform): number[] => [...Buffer.from(values, 'base64')];

describe('a waveform', () => {
  it.each([1, 2, 3, 10, 60])('has 64 to 128 values for %i seconds, and says how long they are', (seconds) => {
    const wave = heard(sound(new Array<number>(seconds).fill(0.5)));
    expect(wave.duration).toBe(seconds);
    expect(bytes(wave).length).toBeGreaterThanOrEqual(64);
    expect(bytes(wave).length).toBeLessThanOrEqual(128);
    expect(new Set(bytes(wave))).toEqual(new Set([255]));
  });

  it('is as loud as its loudest part, wherever the bytes are cut', () => {
    const data = sound([0.5, 0, 0.25, 1]);
    const wave = bytes(heard(data));
    const part = wave.length / 4;
    expect([0, 1, 2, 3].map((index) => wave[Math.floor((index + 0.5) * part)])).toEqual([128, 0, 64, 255]);
    expect(bytes(heard(data, 7))).toEqual(wave);
  });

  it('makes nothing out of silence', () => {
    expect(new Set(bytes(heard(sound([0, 0]))))).toEqual(new Set([0]));
    expect(Math.max(...bytes(heard(sound([0.001]))))).toBeLessThan(32);
    expect(heard(Buffer.alloc(0)).values).toBeUndefined();
  });

  it('is drawn of a click too', () => {
    const wave = heard(sound([1]).subarray(0, 400));
    expect([wave.duration, bytes(wave).length]).toEqual([0.025, 16]);
  });
});
