import { limits } from '@hearth/contract';

/** Samples a second of the sound that it is made of, 16 bits each. */
export const SAMPLE_RATE = 8_000;

/** Values of a whole one: between half of these and all of them. */
const VALUES = 128;
/** Samples of a value at first: a word has its shape. */
const FINEST = 80;
const FULL = 32_768;
/** The loudest part of a recording fills the height, unless there is next to nothing to be heard. */
const QUIET = FULL / 100;

/** How loud a sound is from beginning to end, and how long it is, whatever that is: memory stays the same. */
export class Waveform {
  private samples = 0;
  private perValue = FINEST;
  /** Sums of squares. */
  private sums: number[] = [];
  /** The first byte of a sample whose second one has not come. */
  private half: number | undefined;

  /** @param bytes of 16 bits a sample, the lower byte first, cut anywhere */
  add(bytes: Buffer): void {
    let at = 0;
    if (this.half !== undefined && bytes.length > 0) {
      this.take(toSample(this.half, bytes.readUInt8(0)));
      this.half = undefined;
      at = 1;
    }
    for (; at + 1 < bytes.length; at += 2) this.take(bytes.readInt16LE(at));
    if (at < bytes.length) this.half = bytes.readUInt8(at);
  }

  /** Seconds, to the millisecond. */
  get duration(): number {
    return Math.round((this.samples / SAMPLE_RATE) * 1_000) / 1_000;
  }

  /** Base64 of bytes; undefined where there is no sound. */
  get values(): string | undefined {
    if (this.samples === 0) return undefined;
    const loudness = this.sums.map((sum, index) => Math.sqrt(sum / this.samplesOf(index)));
    const most = Math.max(QUIET, ...loudness);
    // The shortest sounds are drawn with each value several times.
    const count = Math.max(limits.waveform.min, loudness.length);
    const values = Array.from({ length: count }, (_, index) => loudness[Math.floor((index * loudness.length) / count)] ?? 0);
    return Buffer.from(values.map((value) => Math.round((255 * value) / most))).toString('base64');
  }

  private take(sample: number): void {
    const index = Math.floor(this.samples / this.perValue);
    if (index === VALUES) {
      this.fold();
      this.take(sample);
      return;
    }
    this.sums[index] = (this.sums[index] ?? 0) + sample * sample;
    this.samples += 1;
  }

  private fold(): void {
    this.sums = Array.from({ length: VALUES / 2 }, (_, index) => (this.sums[2 * index] ?? 0) + (this.sums[2 * index + 1] ?? 0));
    this.perValue *= 2;
  }

  private samplesOf(index: number): number {
    return Math.min(this.perValue, this.samples - index * this.perValue);
  }
}

/** Of two bytes, with its sign. */
const toSample = (low: number, high: number): number => (((high << 8) | low) << 16) >> 16;
